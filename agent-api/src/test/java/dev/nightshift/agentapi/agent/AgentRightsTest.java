package dev.nightshift.agentapi.agent;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentRightsTest extends AgentApiTest {

    private String createdBy(Person person, Map<String, Object> agent) {
        return person.calls(agent)
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> secret(String name) {
        Map<String, Object> agent = agent(name);
        agent.put("visibility", "private");
        return agent;
    }

    @Test
    void othersSeeTheCardOfAVisibleAgentAndNothingElse() {
        Person owner = person("Olga");
        Person other = person("Otto");
        String id = createdBy(owner, agent("Shown"));

        other.calls()
                .get("/api/agents/" + id)
                .then()
                .statusCode(200)
                .body("keySet()", equalTo(Set.of("id", "name", "type", "origin", "owner", "state", "visibility")));
        other.calls().get("/api/agents/" + id + "/status").then().statusCode(404);
        other.calls().get("/api/agents/" + id + "/runs").then().statusCode(404);
        other.calls(Map.of("name", "Mine")).patch("/api/agents/" + id).then().statusCode(403);
        other.calls().post("/api/agents/" + id + "/runs").then().statusCode(403);
        other.calls().post("/api/agents/" + id + "/pause").then().statusCode(403);
        other.calls().post("/api/agents/" + id + "/stop").then().statusCode(403);
        other.calls().delete("/api/agents/" + id).then().statusCode(403);
    }

    @Test
    void aPrivateAgentDoesNotExistForOthers() {
        Person owner = person("Olga");
        Person other = person("Otto");
        String id = createdBy(owner, secret("Hidden " + UUID.randomUUID()));

        for (RequestSpecification calls : List.of(other.calls(), other.calls())) {
            calls.get("/api/agents/" + id).then().statusCode(404);
        }
        other.calls(Map.of("name", "Mine")).patch("/api/agents/" + id).then().statusCode(404);
        other.calls().post("/api/agents/" + id + "/runs").then().statusCode(404);
        other.calls().post("/api/agents/" + id + "/sessions").then().statusCode(404);
        other.calls().delete("/api/agents/" + id).then().statusCode(404);
        other.calls().get("/api/agents?limit=200").then().body("items.id", not(hasItem(id)));
        owner.calls().get("/api/agents/" + id).then().statusCode(200).body("$", hasKey("instructions"));
    }

    @Test
    void anAdminSeesTheCardOfAnyUserAgentAndMayStopAndDeleteIt() {
        Person owner = person("Olga");
        String id = createdBy(owner, secret("Runaway"));

        admin().get("/api/agents/" + id).then().statusCode(200).body("$", not(hasKey("instructions")));
        admin().get("/api/agents/" + id + "/runs").then().statusCode(404);
        admin(Map.of("name", "Mine")).patch("/api/agents/" + id).then().statusCode(403);
        admin().post("/api/agents/" + id + "/pause").then().statusCode(403);
        admin().post("/api/agents/" + id + "/stop").then().statusCode(200).body("state", equalTo("stopped"));
        admin().delete("/api/agents/" + id).then().statusCode(204);
    }

    @Test
    void orgAgentsBelongToTheAdmins() {
        Person member = person("Max");
        Map<String, Object> org = agent("For all");
        org.put("type", "org");
        member.calls(org).post("/api/agents").then().statusCode(403);
        String id = create(org);

        member.calls().get("/api/agents/" + id).then().statusCode(200).body("$", not(hasKey("instructions")));
        member.calls().get("/api/agents/" + id + "/runs").then().statusCode(403);
        member.calls().get("/api/agents/" + id + "/status").then().statusCode(403);
        member.calls(Map.of("name", "Mine")).patch("/api/agents/" + id).then().statusCode(403);
        member.calls().post("/api/agents/" + id + "/runs").then().statusCode(403);
        admin().get("/api/agents/" + id).then().statusCode(200).body("$", hasKey("instructions"));
    }

    @Test
    void aUserAgentNeverBecomesAnOrgAgent() {
        Person owner = person("Olga");
        String id = createdBy(owner, agent("Ambitious"));

        owner.calls(Map.of("type", "org"))
                .patch("/api/agents/" + id)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("type")));
    }
}
