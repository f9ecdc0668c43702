package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.testing.ScriptedAnswer;
import dev.nightshift.testing.ScriptedModel;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A chat with an agent that may do more than the person who speaks. */
class ChatAttacksTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "a password of some length";
    private static final String INSTRUCTIONS = "The combination of the safe is seventeen.";

    private final Door admin = SharedStack.door();
    private final Door mallory = admin.invite("chatty-" + UUID.randomUUID(), "member", PASSWORD);

    ChatAttacksTest() throws Exception {}

    /** The model does all that it is told to, which is the worst that can happen. */
    @Test
    void itDoesNothingThatTheSpeakerMayNot() throws Exception {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String source = source(word);
        String document = document(word);
        String agent = admin.createAgent(orgAgent());
        List<JsonNode> requests = new CopyOnWriteArrayList<>();
        SharedStack.model(request -> {
            requests.add(request);
            return switch (ScriptedModel.toolAnswers(request)) {
                case 0 ->
                    ScriptedAnswer.call(
                            "search_documents", "{\"query\":\"" + word + "\",\"sourceIds\":[\"" + source + "\"]}");
                case 1 -> ScriptedAnswer.call("read_document", "{\"documentId\":\"" + document + "\"}");
                case 2 -> ScriptedAnswer.call("run_python", "{\"code\":\"print(6 * 7)\"}");
                default -> ScriptedAnswer.text("That was all.");
            };
        });

        String session = chat(agent);
        List<JsonNode> events = talk(session, "Tell me about " + word);

        assertThat(offered(requests)).isEqualTo(Set.of("search_documents", "read_document"));
        List<JsonNode> tools = ofType(events, "tool.completed");
        assertThat(tools).hasSize(3);
        assertThat(tools.toString()).doesNotContain("the hidden page");
        assertThat(tools.get(1).toString()).doesNotContain("\"status\":\"completed\"");
        assertThat(tools.get(2).toString()).contains("refused").doesNotContain("42");
        assertThat(events.toString()).doesNotContain(INSTRUCTIONS);
        assertThat(mallory.get("/api/sessions/" + session).toString()).doesNotContain(INSTRUCTIONS);
    }

    /** The instructions of a runbook are never what a chat executes: only the speaker's own message is. */
    @Test
    void theInstructionsOfARunbookAreNotRunInAChat() throws Exception {
        String agent = admin.createAgent(
                orgAgent().put("model", "runbook").put("instructions", "```bash\necho the house speaks\n```"));

        List<JsonNode> events = talk(chat(agent), "```bash\necho I do\n```");

        assertThat(events.toString()).doesNotContain("the house speaks");
    }

    @Test
    void anotherPersonsChatIsNotThere() throws Exception {
        Door victim = admin.invite("talker-" + UUID.randomUUID(), "member", PASSWORD);
        String agent = victim.createAgent(Door.runbook("Of a talker", "manual", "Nothing."));
        String session = victim.post("/api/agents/" + agent + "/sessions", Door.JSON.createObjectNode(), 201)
                .path("sessionId")
                .asText();

        for (Door door : List.of(mallory, admin)) {
            assertThat(door.send("POST", "/api/sessions/" + session + "/messages", message("Hello"))
                            .statusCode())
                    .isEqualTo(404);
            for (String path : List.of("", "/events", "/queue")) {
                HttpResponse<String> answer = door.send("GET", "/api/sessions/" + session + path, null);
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
            }
            assertThat(door.greeting("/ws/sessions/" + session)).isIn(404, 4404);
        }
        assertThat(victim.get("/api/sessions/" + session + "/events").path("items"))
                .isEmpty();
    }

    private static ObjectNode orgAgent() {
        ObjectNode agent = Door.runbook("Oracle " + UUID.randomUUID(), "manual", INSTRUCTIONS)
                .put("type", "org")
                .put("model", "scripted");
        agent.putArray("allowedActions").add("search_documents").add("read_document");
        return agent;
    }

    private String chat(String agent) throws Exception {
        return mallory.post("/api/agents/" + agent + "/sessions", Door.JSON.createObjectNode(), 201)
                .path("sessionId")
                .asText();
    }

    /** Everything that is in the session when the run of this message is over. */
    private List<JsonNode> talk(String session, String text) throws Exception {
        HttpResponse<String> posted = mallory.send("POST", "/api/sessions/" + session + "/messages", message(text));
        assertThat(posted.statusCode()).as(posted.body()).isLessThan(300);
        return Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> Door.list(mallory.get("/api/sessions/" + session + "/events?limit=200")
                                .path("items")),
                        events -> !ofType(events, "run.completed").isEmpty()
                                || !ofType(events, "run.failed").isEmpty());
    }

    private static List<JsonNode> ofType(List<JsonNode> events, String type) {
        return events.stream()
                .filter(event -> event.path("type").asText().equals(type))
                .toList();
    }

    private static ObjectNode message(String text) {
        return Door.JSON
                .createObjectNode()
                .put("clientId", UUID.randomUUID().toString())
                .put("text", text)
                .put("mode", "queue");
    }

    private static Set<String> offered(List<JsonNode> requests) {
        List<String> names = new ArrayList<>();
        requests.forEach(request -> request.path("tools")
                .forEach(tool -> names.add(tool.at("/function/name").asText())));
        return new TreeSet<>(names);
    }

    private String source(String word) throws Exception {
        Path folder = Files.createDirectory(SharedStack.documentsFolder().resolve("hidden-" + word));
        Files.writeString(folder.resolve("page.md"), "# Hidden\n\n" + word + " is on the hidden page.\n");
        ObjectNode body =
                Door.JSON.createObjectNode().put("name", "Hidden " + word).put("kind", "folder");
        body.putObject("config").put("path", folder.toString());
        body.putObject("access")
                .putArray("members")
                .add(admin.get("/api/me").path("id").asText());
        return admin.post("/api/sources", body, 201).path("id").asText();
    }

    private String document(String word) {
        return Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(
                        () -> admin.post(
                                        "/api/search",
                                        Door.JSON.createObjectNode().put("query", word),
                                        200)
                                .at("/items/0/documentId")
                                .asText(),
                        id -> !id.isEmpty());
    }
}
