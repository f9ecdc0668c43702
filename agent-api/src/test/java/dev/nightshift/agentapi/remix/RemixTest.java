package dev.nightshift.agentapi.remix;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RemixTest extends AgentApiTest {

    private static String owned(Person owner, Map<String, Object> agent) {
        return owner.calls(agent)
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aRemixIsAnOwnCopyThatSaysWhereItCameFrom() {
        Person owner = person("Olga");
        Map<String, Object> agent = agent("Original");
        agent.put("allowedActions", List.of("run_bash"));
        String id = owned(owner, agent);

        owner.calls()
                .post("/api/agents/" + id + "/remix")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(id)))
                .body("name", equalTo("Original (remix)"))
                .body("origin", equalTo("remix"))
                .body("remixOf", equalTo(id))
                .body("instructions", equalTo("Say hello."))
                .body("allowedActions", equalTo(List.of("run_bash")))
                .body("version", equalTo(1));
        owner.calls(Map.of("name", "Mine", "state", "paused"))
                .post("/api/agents/" + id + "/remix")
                .then()
                .statusCode(201)
                .body("name", equalTo("Mine"))
                .body("state", equalTo("paused"));
        owner.calls(Map.of("name", "", "type", "org"))
                .post("/api/agents/" + id + "/remix")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("type")));
    }

    @Test
    void underOneKeyThereIsOneRemix() {
        Person owner = person("Olga");
        String id = owned(owner, agent("Once"));
        String key = UUID.randomUUID().toString();
        String first = owner.calls()
                .header("Idempotency-Key", key)
                .post("/api/agents/" + id + "/remix")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        owner.calls()
                .header("Idempotency-Key", key)
                .post("/api/agents/" + id + "/remix")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void instructionsThatOneMayNotSeeCannotBeRemixed() {
        Person owner = person("Olga");
        Person other = person("Otto");
        String shown = owned(owner, agent("Shown"));
        Map<String, Object> hidden = agent("Hidden");
        hidden.put("visibility", "private");
        String secret = owned(owner, hidden);
        Map<String, Object> org = agent("For all");
        org.put("type", "org");
        String forAll = create(org);

        other.calls().post("/api/agents/" + shown + "/remix").then().statusCode(403);
        other.calls().post("/api/agents/" + secret + "/remix").then().statusCode(404);
        other.calls().post("/api/agents/" + forAll + "/remix").then().statusCode(403);
        admin().post("/api/agents/" + shown + "/remix").then().statusCode(403);
    }

    @Test
    void theRemixOfAnOrgAgentIsAUserAgentWithNoMoreToolsThanItHad() {
        Map<String, Object> org = agent("Careful");
        org.put("type", "org");
        org.put("resultsShared", true);

        admin().post("/api/agents/" + create(org) + "/remix")
                .then()
                .statusCode(201)
                .body("type", equalTo("user"))
                .body("allowedActions", equalTo(List.of()))
                .body("allowedSources", equalTo(List.of()))
                .body("$", not(hasKey("resultsShared")));
    }

    @Test
    void aSourceThatWasLostDoesNotComeAlong() {
        Person owner = person("Olga");
        String kept = UUID.randomUUID().toString();
        String lost = UUID.randomUUID().toString();
        StubServer.on(
                "GET /api/sources",
                StubServer.json(200, "{\"items\": [{\"id\": \"" + kept + "\"}, {\"id\": \"" + lost + "\"}]}"));
        Map<String, Object> agent = agent("Reader");
        agent.put("allowedSources", List.of(kept, lost));
        String id = owned(owner, agent);
        StubServer.on("GET /api/sources", StubServer.json(200, "{\"items\": [{\"id\": \"" + kept + "\"}]}"));

        owner.calls()
                .post("/api/agents/" + id + "/remix")
                .then()
                .statusCode(201)
                .body("allowedSources", equalTo(List.of(kept)));
    }

    @Test
    void nobodyHasMoreAgentsThanAMemberMayHave() {
        Person owner = person("Olga");
        String id = owned(owner, agent("Only one"));
        pool.preparedQuery("update members set max_agents = 1 where id = $1")
                .execute(Tuple.of(owner.id().value()))
                .await()
                .atMost(SOON);

        owner.calls(agent("Second")).post("/api/agents").then().statusCode(409);
        owner.calls()
                .post("/api/agents/" + id + "/remix")
                .then()
                .statusCode(409)
                .body("detail", equalTo("There are 1 agents already; a member may have 1. Delete one first."));
        owner.calls().post("/api/catalog/health-check/install").then().statusCode(409);
        owner.calls().delete("/api/agents/" + id).then().statusCode(204);
        owner.calls(agent("Another")).post("/api/agents").then().statusCode(201);
    }
}
