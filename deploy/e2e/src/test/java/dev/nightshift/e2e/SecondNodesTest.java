package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second door in front of a second collab-service and a second search-service: which one answers is not noticed. */
class SecondNodesTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MESSAGES = 4;

    private static SecondNode collab;
    private static SecondNode search;
    private static SecondNode entrance;
    private static Door first;
    /** The same person by the other way, with the cookie that the first door gave. */
    private static Door second;

    @BeforeAll
    static void start() throws Exception {
        LocalStack stack = SharedStack.stack();
        collab = SecondNode.start(stack, "collab-service", Map.of());
        search = SecondNode.start(stack, "search-service", Map.of());
        entrance = SecondNode.start(
                stack,
                "agent-api",
                Map.of(
                        SecondNode.addressOf("collab-service"), collab.url(),
                        SecondNode.addressOf("search-service"), search.url()));
        for (SecondNode node : List.of(collab, search, entrance)) {
            node.awaitReady();
        }
        first = SharedStack.door();
        second = first.at(entrance.url());
    }

    @AfterAll
    static void stop() {
        for (SecondNode node : List.of(entrance, search, collab)) {
            node.close();
        }
    }

    @Test
    void whatIsSaidAtOneIsSeenAtTheOtherUnderTheSameNumbers() throws Exception {
        String agent = first.createAgent(Door.runbook("Of two doors", "manual", "Nothing by itself."));
        String session = first.post("/api/agents/" + agent + "/sessions", Door.JSON.createObjectNode(), 201)
                .path("sessionId")
                .asText();
        try (SessionSocket here = SessionSocket.open(first, session, 0);
                SessionSocket there = SessionSocket.open(second, session, 0)) {
            for (int i = 0; i < MESSAGES; i++) {
                Door by = i % 2 == 0 ? second : first;
                say(by, session, "message-" + i, "```bash\necho said-" + i + "\n```");
                int ended = i + 1;
                Awaitility.await().atMost(SOON).until(() -> ends(SessionLog.read(by, session)) == ended);
            }
            SessionLog log = SessionLog.read(first, session);

            assertThat(SessionLog.read(second, session).events()).isEqualTo(log.events());
            assertThat(log.numbers())
                    .isEqualTo(LongStream.rangeClosed(1, log.head()).boxed().toList());
            assertThat(log.events().stream()
                            .filter(event -> SessionLog.type(event).equals("message.posted"))
                            .map(event -> event.path("data").path("clientId").asText()))
                    .containsExactly("message-0", "message-1", "message-2", "message-3");
            assertThat(here.takeUntil(log.head(), SOON)).isEqualTo(log.numbers());
            assertThat(there.takeUntil(log.head(), SOON)).isEqualTo(log.numbers());
        }
    }

    @Test
    void theSameMessageSentToBothIsOneMessage() throws Exception {
        String agent = first.createAgent(Door.runbook("Said twice", "manual", "Nothing by itself."));
        String session = first.post("/api/agents/" + agent + "/sessions", Door.JSON.createObjectNode(), 201)
                .path("sessionId")
                .asText();

        String one = say(first, session, "the-same", "```bash\necho once\n```");
        String other = say(second, session, "the-same", "```bash\necho once\n```");

        assertThat(other).isEqualTo(one);
        SessionLog log = SessionLog.awaitEnd(second, session, SOON);
        assertThat(log.types()).containsOnlyOnce("message.posted");
    }

    @Test
    void eachFindsWhatTheOtherIndexed() throws Exception {
        Path folder = Files.createTempDirectory(SharedStack.documentsFolder(), "nodes");
        Path file = folder.resolve("narwhal.md");
        Files.writeString(file, "# Narwhals\n\nThe narwhalindex is kept twice.\n");
        String source = source(second, folder);

        awaitFound("narwhalindex", 1);
        assertThat(find(second, "narwhalindex")).isEqualTo(find(first, "narwhalindex"));

        Files.writeString(file, "# Narwhals\n\nThe unicornindex is kept twice.\n");
        awaitFound("unicornindex", 1);
        awaitFound("narwhalindex", 0);

        // A right that is taken away at one is gone at the other at once, whatever its index holds.
        ObjectNode nobody = Door.JSON.createObjectNode();
        nobody.putObject("access").putArray("members");
        assertThat(first.send("PATCH", "/api/sources/" + source, nobody).statusCode())
                .isEqualTo(200);
        assertThat(find(second, "unicornindex")).isEmpty();
        assertThat(first.send("DELETE", "/api/sources/" + source, null).statusCode())
                .isEqualTo(204);
        assertThat(second.send("GET", "/api/sources/" + source, null).statusCode())
                .isEqualTo(404);
    }

    private static void awaitFound(String word, int documents) {
        for (Door door : List.of(first, second)) {
            Awaitility.await().atMost(SOON).until(() -> find(door, word).size() == documents);
        }
    }

    private static List<String> find(Door door, String word) throws Exception {
        return TeamDocuments.search(door, word).stream()
                .map(hit -> hit.path("documentId").asText())
                .toList();
    }

    private static String source(Door door, Path folder) throws Exception {
        ObjectNode source = Door.JSON.createObjectNode().put("name", "Narwhals").put("kind", "folder");
        source.putObject("config").put("path", folder.toString());
        source.putObject("access").put("everyone", true);
        return door.post("/api/sources", source, 201).path("id").asText();
    }

    private static String say(Door door, String session, String clientId, String text) throws Exception {
        JsonNode message = Door.JSON
                .createObjectNode()
                .put("clientId", clientId)
                .put("text", text)
                .put("mode", "queue");
        return door.post("/api/sessions/" + session + "/messages", message, 200)
                .path("messageId")
                .asText();
    }

    private static long ends(SessionLog log) {
        return log.types().stream().filter(type -> type.equals("run.completed")).count();
    }
}
