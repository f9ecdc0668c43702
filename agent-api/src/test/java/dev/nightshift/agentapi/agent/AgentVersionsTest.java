package dev.nightshift.agentapi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentVersionsTest extends AgentApiTest {

    private static String owned(Person owner, Map<String, Object> agent) {
        return owner.calls(agent)
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void patch(Person owner, String id, Map<String, ?> patch) {
        owner.calls(patch).patch("/api/agents/" + id).then().statusCode(200);
    }

    @Test
    void everyChangeIsAVersionWithItsDifferences() {
        Person owner = person("Olga");
        String id = owned(owner, agent("Changing"));
        patch(owner, id, Map.of("name", "Changed", "description", "More"));
        owner.calls(Map.of("note", "Holidays"))
                .post("/api/agents/" + id + "/pause")
                .then()
                .statusCode(200);
        owner.calls().post("/api/agents/" + id + "/resume").then().statusCode(200);
        owner.calls().post("/api/agents/" + id + "/stop").then().statusCode(200);
        owner.calls().post("/api/agents/" + id + "/start").then().statusCode(200);

        JsonPath versions = owner.calls()
                .get("/api/agents/" + id + "/versions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(versions.getList("items.change"))
                .isEqualTo(List.of("started", "stopped", "resumed", "paused", "edited", "created"));
        assertThat(versions.getList("items.version")).isEqualTo(List.of(6, 5, 4, 3, 2, 1));
        assertThat(versions.getMap("items[4].by"))
                .isEqualTo(Map.of("id", owner.id().toString(), "name", "Olga"));
        assertThat(versions.getList("items[4].differences"))
                .isEqualTo(List.of(
                        Map.of("field", "description", "after", "More"),
                        Map.of("field", "name", "before", "Changing", "after", "Changed")));
        assertThat(versions.getList("items[3].differences"))
                .isEqualTo(List.of(
                        Map.of("field", "state", "before", "active", "after", "paused"),
                        Map.of("field", "stateNote", "after", "Holidays")));
        assertThat(versions.getList("items[5].differences")).isEmpty();
    }

    @Test
    void versionsComeInPages() {
        Person owner = person("Olga");
        String id = owned(owner, agent("First"));
        patch(owner, id, Map.of("name", "Second"));
        patch(owner, id, Map.of("name", "Third"));

        JsonPath first =
                owner.calls().get("/api/agents/" + id + "/versions?limit=2").jsonPath();
        assertThat(first.getList("items.version")).isEqualTo(List.of(3, 2));
        assertThat(first.getList("items[1].differences")).isNotEmpty();
        owner.calls()
                .get("/api/agents/" + id + "/versions?limit=2&cursor=" + first.getString("nextCursor"))
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(1)))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void aVersionShowsWhatCouldBeWrittenThenAndCanBeRestored() {
        Person owner = person("Olga");
        String id = owned(owner, agent("Good"));
        patch(owner, id, Map.of("name", "Bad", "instructions", "Say nothing."));
        owner.calls().post("/api/agents/" + id + "/pause").then().statusCode(200);

        owner.calls()
                .get("/api/agents/" + id + "/versions/1")
                .then()
                .statusCode(200)
                .body("name", equalTo("Good"))
                .body("instructions", equalTo("Say hello."))
                .body("$", not(hasKey("state")))
                .body("$", not(hasKey("owner")));
        owner.calls()
                .header("If-Match", "\"2\"")
                .post("/api/agents/" + id + "/versions/1/restore")
                .then()
                .statusCode(412);
        owner.calls()
                .header("If-Match", "\"3\"")
                .post("/api/agents/" + id + "/versions/1/restore")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("name", equalTo("Good"))
                .body("instructions", equalTo("Say hello."))
                .body("state", equalTo("paused"));
        owner.calls()
                .get("/api/agents/" + id + "/versions")
                .then()
                .body("items[0].change", equalTo("restored"))
                .body("items[0].differences.field", equalTo(List.of("instructions", "name")));
        owner.calls().get("/api/agents/" + id + "/versions/9").then().statusCode(404);
        owner.calls().post("/api/agents/" + id + "/versions/x/restore").then().statusCode(404);
    }

    @Test
    void whatAnEarlierVersionReadIsCheckedAgain() {
        Person owner = person("Olga");
        String source = UUID.randomUUID().toString();
        StubServer.on("GET /api/sources", StubServer.json(200, "{\"items\": [{\"id\": \"" + source + "\"}]}"));
        Map<String, Object> agent = agent("Reader");
        agent.put("allowedSources", List.of(source));
        String id = owned(owner, agent);
        patch(owner, id, Map.of("allowedSources", List.of()));
        StubServer.on("GET /api/sources", StubServer.json(200, "{\"items\": []}"));

        owner.calls()
                .post("/api/agents/" + id + "/versions/1/restore")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("allowedSources[0]")));
    }

    @Test
    void aVersionThatWouldNotBeAcceptedTodayIsNotRestored() {
        Person owner = person("Olga");
        String id = owned(owner, agent("Old"));
        patch(owner, id, Map.of("name", "New"));
        pool.preparedQuery("update agent_versions set snapshot = snapshot || '{\"model\": \"gone\"}'::jsonb"
                        + " where agent_id = $1 and version = 1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .atMost(SOON);

        owner.calls()
                .post("/api/agents/" + id + "/versions/1/restore")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("model")));
    }

    @Test
    void versionsAreTheOwnersAndOfOrgAgentsTheAdmins() {
        Person owner = person("Olga");
        Person other = person("Otto");
        String id = owned(owner, agent("Secret"));
        String versions = "/api/agents/" + id + "/versions";
        Map<String, Object> org = agent("For all");
        org.put("type", "org");
        org.put("allowedActions", List.of("run_bash"));
        String orgVersions = "/api/agents/" + create(org) + "/versions";

        for (String path : List.of(versions, versions + "/1")) {
            other.calls().get(path).then().statusCode(404);
            admin().get(path).then().statusCode(404);
        }
        other.calls().post(versions + "/1/restore").then().statusCode(403);
        admin().post(versions + "/1/restore").then().statusCode(403);
        other.calls().get(orgVersions).then().statusCode(403);
        other.calls().post(orgVersions + "/1/restore").then().statusCode(403);
        admin().get(orgVersions + "/1").then().statusCode(200).body("type", equalTo("org"));
        admin().post(orgVersions + "/1/restore").then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void theAuditLogNamesFieldsAndNeverWhatTheySay() {
        Person owner = person("Olga");
        String id = owned(owner, agent("Noted"));
        patch(owner, id, Map.of("instructions", "The password is hunter2."));
        owner.calls().delete("/api/agents/" + id).then().statusCode(204);

        String log = admin().get("/api/audit?targetId=" + id)
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("agent.deleted", "agent.changed", "agent.created")))
                .body("items[1].detail.fields", hasItem("instructions"))
                .extract()
                .asString();

        assertThat(log).doesNotContain("hunter2").doesNotContain("Say hello");
    }
}
