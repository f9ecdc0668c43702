package dev.nightshift.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is on the wire today can be read tomorrow: one committed example per event type. To add the example of a new
 * type, run with {@code -Dgolden.write=true}; an example that exists is never rewritten.
 */
class GoldenExamplesTest {

    private record Family<E>(EventCodec<E> codec, List<E> samples) {}

    private static final List<Family<?>> FAMILIES = List.of(
            new Family<>(AgentEvent.CODEC, Samples.agents()),
            new Family<>(DueRunEvent.CODEC, Samples.dueRuns()),
            new Family<>(RunCommand.CODEC, Samples.commands()),
            new Family<>(RunEvent.CODEC, Samples.runs()),
            new Family<>(BackgroundEvent.CODEC, Samples.background()));

    @TestFactory
    Stream<DynamicTest> everyExampleIsReadAndWrittenAsItStands() {
        return FAMILIES.stream().flatMap(GoldenExamplesTest::examplesOf);
    }

    @TestFactory
    Stream<DynamicTest> everyTypeHasASample() {
        return FAMILIES.stream()
                .map(family -> DynamicTest.dynamicTest(
                        family.codec().names().toString(),
                        () -> assertEquals(
                                family.codec().types().values().stream().collect(Collectors.toSet()),
                                family.samples().stream().map(Object::getClass).collect(Collectors.toSet()))));
    }

    @Test
    void whatMustBeThereAndIsNotIsNamed() {
        MalformedEventException stop = assertThrows(
                MalformedEventException.class,
                () -> RunCommand.CODEC.decode(bytes("{\"type\":\"run.stop\",\"runId\":\"" + RunId.next() + "\"}")));
        assertEquals("\"agentId\" is missing", stop.getMessage());
    }

    @Test
    void aTypeOfANewerVersionIsUnknownAndKept() throws MalformedEventException {
        RunEvent event = RunEvent.CODEC.decode(bytes("{\"type\":\"run.dreamt\",\"runId\":\"x\",\"n\":4}"));

        RunEvent.UnknownRunEvent unknown = assertInstanceOf(RunEvent.UnknownRunEvent.class, event);
        assertEquals("run.dreamt", unknown.type());
        assertEquals(4, unknown.value().get("n").asInt());
    }

    @Test
    void theEnvelopeNamesAnEventWhoseValueDoesNot() throws MalformedEventException {
        String stop = "{\"runId\":\"0198a000-0000-7000-8000-000000000001\","
                + "\"agentId\":\"0198a000-0000-7000-8000-000000000002\",\"at\":\"2027-01-01T00:00:00Z\"}";
        assertInstanceOf(RunCommand.StopRun.class, RunCommand.CODEC.decode(bytes(stop), "run.stop"));

        RunCommand.UnknownRunCommand newer =
                assertInstanceOf(RunCommand.UnknownRunCommand.class, RunCommand.CODEC.decode(bytes(stop), "run.paint"));
        assertEquals("run.paint", newer.type());
        assertEquals("run.paint", newer.value().get("type").asText());
        for (String anything : List.of("[]", "", "not JSON", "{\"type\":7}")) {
            assertInstanceOf(RunCommand.UnknownRunCommand.class, RunCommand.CODEC.decode(bytes(anything), "run.paint"));
            assertThrows(MalformedEventException.class, () -> RunCommand.CODEC.decode(bytes(anything), "run.stop"));
        }
    }

    @Test
    void aDueRecordHasNoNulCharacter() {
        MalformedEventException task = assertThrows(
                MalformedEventException.class,
                () -> DueRunEvent.CODEC.decode(bytes("{\"type\":\"run.due\",\"task\":\"a\\u0000b\"}")));
        assertEquals("\"task\" contains the NUL character", task.getMessage());
        MalformedEventException message = assertThrows(
                MalformedEventException.class,
                () -> DueRunEvent.CODEC.decode(
                        bytes("{\"type\":\"run.due\",\"messages\":[{},{\"author\":{\"name\":\"\\u0000\"}}]}")));
        assertEquals("\"messages[1].author.name\" contains the NUL character", message.getMessage());
    }

    @Test
    void aFieldOfANewerVersionIsIgnored() throws MalformedEventException {
        byte[] newer = bytes(
                "{\"type\":\"run.stop\",\"runId\":\"0198a000-0000-7000-8000-000000000001\","
                        + "\"agentId\":\"0198a000-0000-7000-8000-000000000002\",\"at\":\"2027-01-01T00:00:00Z\",\"mood\":\"calm\"}");

        assertInstanceOf(RunCommand.StopRun.class, RunCommand.CODEC.decode(newer));
    }

    @TestFactory
    Stream<DynamicTest> whatCanNeverBeReadIsMalformed() {
        return Map.of(
                        "not JSON", "nonsense",
                        "no type", "{\"runId\":\"x\"}",
                        "a type that is no text", "{\"type\":7}",
                        "a list", "[]",
                        "a key twice", "{\"type\":\"run.stop\",\"type\":\"run.stop\"}",
                        "something after the value", "{\"type\":\"run.dreamt\"} {}",
                        "a broken id", "{\"type\":\"run.stop\",\"runId\":\"1-2-3-4-5\"}",
                        "a missing id", "{\"type\":\"run.started\",\"n\":1}",
                        "nothing", "")
                .entrySet()
                .stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(), () -> assertThrows(MalformedEventException.class, () -> decodeAny(e.getValue()))));
    }

    private static void decodeAny(String text) throws MalformedEventException {
        RunCommand.CODEC.decode(bytes(text));
        RunEvent.CODEC.decode(bytes(text));
    }

    private static <E> Stream<DynamicTest> examplesOf(Family<E> family) {
        return family.samples().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        family.codec().typeOf(sample), () -> matchesItsExample(family.codec(), sample)));
    }

    private static <E> void matchesItsExample(EventCodec<E> codec, E sample) throws Exception {
        String name = codec.typeOf(sample) + ".json";
        writeIfAsked(name, codec.encode(sample));
        try (InputStream golden = GoldenExamplesTest.class.getResourceAsStream("/golden/" + name)) {
            JsonNode example = Json.mapper().readTree(golden);
            assertEquals(example, Json.mapper().readTree(codec.encode(sample)), "what is written");
            assertEquals(sample, codec.decode(Json.mapper().writeValueAsBytes(example)), "what is read");
        }
    }

    private static void writeIfAsked(String name, byte[] json) throws IOException {
        Path file = Path.of("src/test/resources/golden", name);
        if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
            Files.write(
                    file,
                    Json.mapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(Json.mapper().readTree(json)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
