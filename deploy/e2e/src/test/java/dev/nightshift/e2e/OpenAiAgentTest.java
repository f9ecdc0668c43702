package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.testing.ScriptedAnswer;
import dev.nightshift.testing.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Agents on a model that speaks the OpenAI wire format. */
class OpenAiAgentTest {

    @Test
    void anAgentSearchesReadsRunsPythonAndAnswers() throws Exception {
        Door door = SharedStack.door();
        String source = source(door);
        SharedStack.model(request -> switch (ScriptedModel.toolAnswers(request)) {
            case 0 -> ScriptedAnswer.call("search_documents", "{\"query\":\"orbital period\"}");
            case 1 ->
                ScriptedAnswer.call(
                        "read_document", "{\"documentId\":\"" + firstUuid(ScriptedModel.lastMessage(request)) + "\"}");
            case 2 -> ScriptedAnswer.call("run_python", "{\"code\":\"print(6 * 7)\"}");
            default ->
                ScriptedAnswer.text(
                        "The answer is " + ScriptedModel.lastMessage(request).strip() + ".");
        });
        ObjectNode agent = agent("Astronomer");
        agent.putArray("allowedSources").add(source);

        JsonNode run = run(door, door.createAgent(agent));

        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("completed");
        assertThat(run.path("output").asText()).isEqualTo("The answer is 42.");
        assertThat(run.path("toolCalls").asInt()).isEqualTo(3);
        assertThat(run.path("modelCalls").asInt()).isEqualTo(4);
        assertThat(run.path("inputTokens").asLong()).isEqualTo(3 * 13 + 11);
        assertThat(run.path("outputTokens").asLong()).isEqualTo(3 * 5 + 7);
        List<JsonNode> steps = door.steps(run.path("id").asText());
        assertThat(steps)
                .filteredOn(s -> s.path("kind").asText().equals("model"))
                .hasSize(4);
        assertThat(steps)
                .filteredOn(s -> s.path("tool").asText().equals("read_document"))
                .singleElement()
                .satisfies(s -> assertThat(s.path("result").asText()).contains("sixty years"));
    }

    @Test
    void aModelThatAlwaysWantsAnotherToolGetsExactlyFifteen() throws Exception {
        Door door = SharedStack.door();
        SharedStack.model(request -> request.path("tools").isEmpty()
                ? ScriptedAnswer.text("I had to stop.")
                : ScriptedAnswer.call("run_bash", "{\"script\":\"echo again\"}"));

        JsonNode run = run(door, door.createAgent(agent("Insatiable")));

        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("completed");
        assertThat(run.path("endReason").asText()).isEqualTo("tool_call_limit");
        assertThat(run.path("toolCalls").asInt()).isEqualTo(15);
        assertThat(run.path("output").asText()).isEqualTo("I had to stop.");
        List<String> tools = door.steps(run.path("id").asText()).stream()
                .filter(s -> s.path("kind").asText().equals("tool"))
                .map(s -> s.path("status").asText())
                .toList();
        assertThat(tools).filteredOn("completed"::equals).hasSize(15);
        assertThat(tools).filteredOn("refused"::equals).hasSize(1);
    }

    @Test
    void badArgumentsAreToldToTheModelWhichTriesAgain() throws Exception {
        Door door = SharedStack.door();
        SharedStack.model(request -> switch (ScriptedModel.toolAnswers(request)) {
            case 0 -> ScriptedAnswer.call("run_bash", "{\"script\": oops");
            case 1 -> ScriptedAnswer.call("run_bash", "{\"script\":\"echo better\"}");
            default -> ScriptedAnswer.text(ScriptedModel.lastMessage(request).strip());
        });

        JsonNode run = run(door, door.createAgent(agent("Clumsy")));

        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("completed");
        assertThat(run.path("output").asText()).isEqualTo("better");
        assertThat(run.path("toolCalls").asInt()).isEqualTo(1);
    }

    private static ObjectNode agent(String name) {
        return Door.runbook(name, "manual", "Work with care.").put("model", "scripted");
    }

    private static JsonNode run(Door door, String agent) throws Exception {
        String run = door.post("/api/agents/" + agent + "/runs", Door.JSON.createObjectNode(), 202)
                .path("runId")
                .asText();
        return Runs.awaitFinal(door, run, Duration.ofSeconds(60));
    }

    private static String source(Door door) throws Exception {
        Path folder = Files.createDirectories(SharedStack.documentsFolder().resolve("space"));
        Files.writeString(folder.resolve("planet.md"), "# A slow planet\n\nIts orbital period is sixty years.\n");
        ObjectNode source = Door.JSON.createObjectNode().put("name", "space").put("kind", "folder");
        source.putObject("config").put("path", folder.toString());
        source.putObject("access").put("everyone", true);
        String id = door.post("/api/sources", source, 201).path("id").asText();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        door.post("/api/search", Door.JSON.createObjectNode().put("query", "orbital period"), 200)
                                        .path("total")
                                        .asInt()
                                >= 1);
        return id;
    }

    private static String firstUuid(String text) {
        var matcher = java.util.regex.Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no document id in: " + text);
        }
        return matcher.group();
    }
}
