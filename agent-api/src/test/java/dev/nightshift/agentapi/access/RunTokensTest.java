package dev.nightshift.agentapi.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.token.Caller.ServiceCaller;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunTokensTest extends AgentApiTest {
    @Inject
    PlatformTokens tokens;

    private final String run = RunId.next().toString();

    private ValidatableResponse ask(Map<String, ?> body) {
        return given().header(
                        "Authorization",
                        tokens.sign(new ServiceCaller("runner-service"))
                                .await()
                                .atMost(SOON)
                                .bearer())
                .contentType("application/json")
                .body(body)
                .post("/internal/runs/" + run + "/token")
                .then();
    }

    private Map<String, Object> asked(String agent, String trigger, Map<String, ?> actingFor) {
        Map<String, Object> body = new HashMap<>();
        body.put("agentId", agent);
        body.put("sessionId", SessionId.next().toString());
        body.put("trigger", trigger);
        body.put("actingFor", actingFor);
        body.put("allowedSources", List.of());
        body.put("allowedActions", List.of("run_bash", "run_python"));
        return body;
    }

    private static Map<String, ?> member(Person person) {
        return Map.of("kind", "member", "memberId", person.id().toString(), "name", person.name());
    }

    private static String owned(Person owner, Map<String, Object> agent) {
        return owner.calls(agent)
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void theTokenHoldsWhatWasSentAsFarAsTheAgentAllowsItNow() {
        Person owner = person("Olga");
        String kept = UUID.randomUUID().toString();
        StubServer.on("GET /api/sources", StubServer.json(200, "{\"items\": [{\"id\": \"" + kept + "\"}]}"));
        Map<String, Object> agent = agent("Restricted");
        agent.put("allowedActions", List.of("run_bash"));
        agent.put("allowedSources", List.of(kept));
        String id = owned(owner, agent);
        Map<String, Object> body = asked(id, "schedule", member(owner));
        body.put("allowedSources", List.of(kept, UUID.randomUUID().toString()));

        ask(body)
                .statusCode(200)
                .body("token", notNullValue())
                .body("expiresAt", notNullValue())
                .body("actions", equalTo(List.of("run_bash")))
                .body("sources", equalTo(List.of(kept)));
    }

    @Test
    void accessIsLostWithASourceThatItsOwnerCannotReadAnyMore() {
        Person owner = person("Olga");
        String kept = UUID.randomUUID().toString();
        String lost = UUID.randomUUID().toString();
        StubServer.on(
                "GET /api/sources",
                StubServer.json(200, "{\"items\": [{\"id\": \"" + kept + "\"}, {\"id\": \"" + lost + "\"}]}"));
        Map<String, Object> agent = agent("Reader");
        agent.put("allowedSources", List.of(kept, lost));
        String id = owned(owner, agent);
        Map<String, Object> body = asked(id, "schedule", member(owner));
        body.put("allowedSources", List.of(kept, lost));
        ask(body).statusCode(200);

        StubServer.on("GET /api/sources", StubServer.json(200, "{\"items\": [{\"id\": \"" + kept + "\"}]}"));
        ask(body).statusCode(403).body("detail", equalTo("Its owner cannot read 1 of the agent's 2 sources any more."));
        Map<String, Object> chat = asked(id, "chat", member(owner));
        chat.put("allowedSources", List.of(kept, lost));
        ask(chat).statusCode(200);

        StubServer.on("GET /api/sources", StubServer.json(503, "{}"));
        ask(body).statusCode(503);
    }

    @Test
    void whileEverythingIsStoppedNoRunGetsAToken() {
        Person owner = person("Olga");
        String id = owned(owner, agent("Eager"));
        admin(Map.of("reason", "A test")).post("/api/emergency-stop").then().statusCode(200);
        try {
            ask(asked(id, "chat", member(owner)))
                    .statusCode(403)
                    .body("detail", equalTo("Emergency stop by Administrator: A test."));
        } finally {
            admin().delete("/api/emergency-stop").then().statusCode(200);
        }
        ask(asked(id, "chat", member(owner))).statusCode(200);
    }

    @Test
    void emptySourcesStayEmpty() {
        Person owner = person("Olga");

        ask(asked(owned(owner, agent("Sourceless")), "manual", member(owner)))
                .statusCode(200)
                .body("sources", equalTo(List.of()));
    }

    @Test
    void anOrgAgentReadsEverythingAndDoesWhatItsListNames() {
        Map<String, Object> org = agent("For all");
        org.put("type", "org");
        org.put("allowedActions", List.of("run_python"));

        ask(asked(create(org), "schedule", Map.of("kind", "organisation")))
                .statusCode(200)
                .body("actions", equalTo(List.of("run_python")))
                .body("$", not(hasKey("sources")));
    }

    @Test
    void anOrgAgentsBackgroundRunActsForNobodyElse() {
        Map<String, Object> org = agent("For all");
        org.put("type", "org");

        ask(asked(create(org), "schedule", member(person("Max")))).statusCode(403);
    }

    @Test
    void accessIsLostWithTheAgentTheOwnerOrTheWrongPrincipal() {
        Person owner = person("Olga");
        String id = owned(owner, agent("Short-lived"));
        ask(asked(id, "schedule", member(person("Impostor")))).statusCode(403);
        ask(asked(id, "schedule", Map.of("kind", "organisation"))).statusCode(403);
        pool.preparedQuery("update members set state = 'disabled' where id = $1")
                .execute(Tuple.of(owner.id().value()))
                .await()
                .atMost(SOON);
        ask(asked(id, "schedule", member(owner))).statusCode(403).contentType("application/problem+json");
        admin().delete("/api/agents/" + id).then().statusCode(204);

        ask(asked(id, "schedule", member(owner))).statusCode(404);
    }

    @Test
    void aChatWorksAsTheSpeakerWithWhatUserAgentsAreOffered() {
        Person speaker = person("Sara");
        Map<String, Object> org = agent("For all");
        org.put("type", "org");
        org.put("allowedActions", List.of("run_python"));

        ask(asked(create(org), "chat", member(speaker)))
                .statusCode(200)
                .body("actions", equalTo(List.of("run_python")))
                .body("$", not(hasKey("sources")));
        String foreign = owned(person("Olga"), agent("Shared"));
        ask(asked(foreign, "chat", member(speaker))).statusCode(200).body("sources", equalTo(List.of()));
    }

    @Test
    void aChatEndsWhenTheAgentIsNoLongerVisible() {
        Person owner = person("Olga");
        Person speaker = person("Sara");
        String id = owned(owner, agent("Shy"));
        ask(asked(id, "chat", member(speaker))).statusCode(200);
        owner.calls(Map.of("visibility", "private"))
                .patch("/api/agents/" + id)
                .then()
                .statusCode(200);

        ask(asked(id, "chat", member(speaker))).statusCode(403);
        ask(asked(id, "chat", member(owner))).statusCode(200);
    }

    @Test
    void onlyServicesGetRunTokens() {
        String id = create(agent("Prompt"));

        admin(asked(id, "manual", Map.of("kind", "organisation")))
                .post("/internal/runs/" + run + "/token")
                .then()
                .statusCode(403);
        ask(Map.of("agentId", id)).statusCode(400);
    }
}
