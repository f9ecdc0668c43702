package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Rights that are taken away in the middle of a run are gone at its next step. */
class LostAccessTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "a password of some length";
    private static final String RUNBOOK = """
            ```bash
            until [ -e /workspace/never ]; do sleep 0.2; [ $((SECONDS)) -ge 12 ] && exit 0; done
            ```

            ```search
            anything
            ```
            """;

    private final Door admin = SharedStack.door();

    LostAccessTest() throws Exception {}

    @Test
    void aLostSourceEndsTheRun() throws Exception {
        Creator creator = creator();
        String source = source(creator);
        String run = creator.startRun(source);

        admin.send("PATCH", "/api/sources/" + source, withAccess(Door.JSON.createObjectNode(), admin));

        assertLost(creator, run);
    }

    @Test
    void aDisabledCreatorEndsTheRunAndTheSocket() throws Exception {
        Creator creator = creator();
        String run = creator.startRun(source(creator));
        String session =
                creator.door().get("/api/runs/" + run).path("sessionId").asText();
        try (SessionSocket socket = SessionSocket.open(creator.door(), session, 0)) {
            ObjectNode disabled = Door.JSON.createObjectNode().put("state", "disabled");
            assertThat(admin.send("PATCH", "/api/members/" + creator.id(), disabled)
                            .statusCode())
                    .isEqualTo(200);

            assertThat(creator.door().send("GET", "/api/me", null).statusCode()).isEqualTo(401);
            assertThat(socket.awaitClose(SOON)).isEqualTo(4401);
        }
        ObjectNode active = Door.JSON.createObjectNode().put("state", "active");
        assertThat(admin.send("PATCH", "/api/members/" + creator.id(), active).statusCode())
                .isEqualTo(200);
        Door again = Door.signIn(SharedStack.stack().url(), creator.username(), PASSWORD);
        assertLost(new Creator(again, creator.id(), creator.username()), run);
    }

    /** A person with an agent of their own. */
    private record Creator(Door door, String id, String username) {

        /** A run whose first step is in progress. */
        String startRun(String source) throws Exception {
            ObjectNode agent = Door.runbook("Reader " + UUID.randomUUID(), "manual", RUNBOOK);
            agent.putArray("allowedSources").add(source);
            String agentId = door.createAgent(agent);
            String run = door.post("/api/agents/" + agentId + "/runs", Door.JSON.createObjectNode(), 202)
                    .path("runId")
                    .asText();
            Awaitility.await()
                    .atMost(SOON)
                    .until(() ->
                            door.get("/api/runs/" + run).path("status").asText().equals("running"));
            return run;
        }
    }

    private Creator creator() throws Exception {
        String username = "c" + UUID.randomUUID();
        Door door = admin.invite(username, "member", PASSWORD);
        return new Creator(door, door.get("/api/me").path("id").asText(), username);
    }

    private String source(Creator creator) throws Exception {
        Path folder = Files.createDirectory(SharedStack.documentsFolder().resolve("lost-" + UUID.randomUUID()));
        Files.writeString(folder.resolve("page.md"), "# Page\n\nanything\n");
        ObjectNode body = Door.JSON
                .createObjectNode()
                .put("name", "Lost " + UUID.randomUUID())
                .put("kind", "folder");
        body.putObject("config").put("path", folder.toString());
        return admin.post("/api/sources", withAccess(body, creator.door()), 201)
                .path("id")
                .asText();
    }

    private static ObjectNode withAccess(ObjectNode body, Door only) throws Exception {
        body.putObject("access")
                .putArray("members")
                .add(only.get("/api/me").path("id").asText());
        return body;
    }

    private static void assertLost(Creator creator, String run) throws Exception {
        Instant since = Instant.now();
        JsonNode ended = Runs.awaitFinal(creator.door(), run, SOON);
        assertThat(ended.path("status").asText()).isEqualTo("failed");
        assertThat(ended.path("endReason").asText()).isEqualTo("access_lost");
        assertThat(Duration.between(since, Instant.now())).isLessThan(SOON);
        List<JsonNode> steps = creator.door().steps(run);
        assertThat(steps.stream().filter(step -> step.path("tool").asText().equals("search_documents")))
                .noneMatch(step -> step.path("status").asText().equals("completed"));
    }
}
