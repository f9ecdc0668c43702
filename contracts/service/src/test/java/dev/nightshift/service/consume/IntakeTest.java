package dev.nightshift.service.consume;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunCommand;
import dev.nightshift.contracts.RunCommand.StopRun;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.TestKafka;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(NightshiftTestStack.class)
class IntakeTest {
    private static final String KEY = "one-partition";

    /** A reader whose database fails when it is told to. */
    @Singleton
    public static class Commands {
        final List<RunId> handled = new CopyOnWriteArrayList<>();
        final List<String> dead = new CopyOnWriteArrayList<>();
        final Set<RunId> poison = ConcurrentHashMap.newKeySet();
        final AtomicInteger outages = new AtomicInteger();

        @Inject
        Intake intake;

        @Incoming("commands")
        Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
            return intake.take(batch, RunCommand.CODEC, this::handle, this::end);
        }

        private Uni<Void> end(DeadRecord record) {
            dead.add(record.reason());
            return Uni.createFrom().failure(new IllegalStateException("cannot be ended either"));
        }

        private Uni<Void> handle(List<Received<RunCommand>> events) {
            if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return Uni.createFrom().failure(new ConnectException("the database is away"));
            }
            List<RunId> ids =
                    events.stream().map(e -> ((StopRun) e.event()).runId()).toList();
            if (ids.stream().anyMatch(poison::contains)) {
                return Uni.createFrom().failure(new IllegalStateException("cannot be handled"));
            }
            handled.addAll(ids);
            return Uni.createFrom().voidItem();
        }
    }

    @Inject
    Commands commands;

    @Inject
    MeterRegistry meters;

    private final TestKafka kafka = TestKafka.ofThisTest();

    @Test
    void whatCannotBeReadIsPutAsideAndLaterRecordsFlowOn() {
        byte[] nonsense = "nonsense é".getBytes(StandardCharsets.UTF_8);
        kafka.send(Topics.RUN_COMMANDS, KEY, nonsense, Map.of("ce_id", "n-1"));
        kafka.send(Topics.RUN_COMMANDS, KEY, "{\"type\":\"run.dreamt\"}".getBytes(StandardCharsets.UTF_8), Map.of());
        RunId later = send();

        await().until(() -> commands.handled.contains(later));
        var dead = kafka.deadLetters(Topics.RUN_COMMANDS).stream()
                .filter(r -> java.util.Arrays.equals(nonsense, r.value()))
                .toList();
        assertEquals(1, dead.size());
        assertArrayEquals(nonsense, dead.getFirst().value());
        assertEquals("n-1", TestKafka.header(dead.getFirst(), "ce_id"));
        assertTrue(TestKafka.header(dead.getFirst(), "dead-letter-reason").contains("nonsense"));
        assertTrue(TestKafka.header(dead.getFirst(), "dead-letter-topic").endsWith(Topics.RUN_COMMANDS));
        assertEquals("kit", TestKafka.header(dead.getFirst(), "dead-letter-service"));
    }

    @Test
    void anUnknownTypeIsSkippedAndCountedWhateverItsValue() {
        double before = unknown();
        for (String value : List.of("{\"paint\":\"blue\"}", "[]", "", "not JSON")) {
            kafka.send(
                    Topics.RUN_COMMANDS, KEY, value.getBytes(StandardCharsets.UTF_8), Map.of("ce_type", "run.paint"));
        }
        RunId later = send();

        await().until(() -> commands.handled.contains(later));
        assertEquals(4, unknown() - before);
        assertTrue(kafka.deadLetters(Topics.RUN_COMMANDS).stream()
                .allMatch(r -> r.headers().lastHeader("ce_type") == null
                        || !TestKafka.header(r, "ce_type").equals("run.paint")));
    }

    @Test
    void theEnvelopeNamesWhatTheValueDoesNot() {
        RunId run = RunId.next();
        String stop =
                "{\"runId\":\"" + run + "\",\"agentId\":\"" + AgentId.next() + "\",\"at\":\"2027-01-01T00:00:00Z\"}";
        kafka.send(Topics.RUN_COMMANDS, KEY, stop.getBytes(StandardCharsets.UTF_8), Map.of("ce_type", "run.stop"));

        await().until(() -> commands.handled.contains(run));
    }

    @Test
    void anOutageMakesTheRecordWaitAndNothingIsLost() {
        commands.outages.set(4);
        RunId first = send();
        RunId second = send();

        await().until(() -> commands.handled.containsAll(List.of(first, second)));
        assertEquals(0, commands.outages.get());
    }

    @Test
    void aRecordThatNeverSucceedsIsPutAsideAlone() {
        RunId bad = RunId.next();
        commands.poison.add(bad);
        RunId before = send();
        send(bad);
        RunId after = send();

        await().until(() -> commands.handled.containsAll(List.of(before, after)));
        await().until(() -> kafka.deadLetters(Topics.RUN_COMMANDS).stream()
                .anyMatch(r -> new String(r.value(), StandardCharsets.UTF_8).contains(bad.toString())));
        assertTrue(commands.handled.stream().noneMatch(bad::equals));
        assertTrue(commands.dead.stream().anyMatch(dead -> dead.contains("cannot be handled")));
    }

    private double unknown() {
        return meters.find("nightshift.records.unknown").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private RunId send() {
        return send(RunId.next());
    }

    private RunId send(RunId run) {
        StopRun stop = new StopRun(run, AgentId.next(), null, "test", Instant.parse("2027-01-01T00:00:00Z"));
        kafka.send(Topics.RUN_COMMANDS, RunCommand.CODEC, stop, KEY);
        return run;
    }
}
