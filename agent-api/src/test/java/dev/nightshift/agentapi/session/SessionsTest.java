package dev.nightshift.agentapi.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.service.token.Caller.ServiceCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionsTest extends AgentApiTest {
    @Inject
    PlatformTokens tokens;

    private ValidatableResponse origin(String session) {
        return given().header(
                        "Authorization",
                        tokens.sign(new ServiceCaller("collab-service"))
                                .await()
                                .atMost(SOON)
                                .bearer())
                .get("/internal/sessions/" + session)
                .then();
    }

    @Test
    void aChatIsOpenedByWhoeverSeesTheCard() {
        Person speaker = person("Sara");
        String agent = create(agent("Talkative"));

        String session = speaker.calls()
                .post("/api/agents/" + agent + "/sessions")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .extract()
                .path("sessionId");

        origin(session)
                .statusCode(200)
                .body("sessionId", equalTo(session))
                .body("kind", equalTo("chat"))
                .body("agentId", equalTo(agent))
                .body("agentName", equalTo("Talkative"))
                .body("agentType", equalTo("user"))
                .body("owner.memberId", equalTo(speaker.id().toString()))
                .body("owner.name", equalTo("Sara"));
    }

    @Test
    void aRepeatOpensTheSameChat() {
        String agent = create(agent("Talkative"));
        String key = UUID.randomUUID().toString();

        String first = admin().header("Idempotency-Key", key)
                .post("/api/agents/" + agent + "/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("sessionId");

        assertThat(admin().header("Idempotency-Key", key)
                        .post("/api/agents/" + agent + "/sessions")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("sessionId"))
                .isEqualTo(first);
    }

    @Test
    void aRepeatIsAnsweredThoughTheAgentIsGoneAndCollabIsAway() {
        String agent = create(agent("Talkative"));
        Person speaker = person("Sara");
        String key = UUID.randomUUID().toString();
        String path = "/api/agents/" + agent + "/sessions";
        String first = speaker.calls()
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .asString();
        admin().delete("/api/agents/" + agent).then().statusCode(204);
        pool.preparedQuery("update members set name = 'Unlucky' where id = $1")
                .execute(Tuple.of(speaker.id().value()))
                .await()
                .atMost(SOON);

        assertThat(speaker.calls()
                        .header("Idempotency-Key", key)
                        .post(path)
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString())
                .isEqualTo(first);
        speaker.calls().post(path).then().statusCode(404);
    }

    @Test
    void whileCollabIsAwayNoChatIsOpened() {
        person("Unlucky")
                .calls()
                .post("/api/agents/" + create(agent("Talkative")) + "/sessions")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json");
    }

    @Test
    void aBackgroundRunsSessionBelongsToTheAgentsOwnerOrToTheAdmins() {
        String agent = create(agent("Worker"));
        Map<String, Object> org = agent("For all");
        org.put("type", "org");
        JsonPath own =
                admin().post("/api/agents/" + agent + "/runs").then().extract().jsonPath();
        JsonPath shared = admin().post("/api/agents/" + create(org) + "/runs")
                .then()
                .extract()
                .jsonPath();

        origin(own.getString("sessionId"))
                .statusCode(200)
                .body("kind", equalTo("background"))
                .body("runId", equalTo(own.getString("runId")))
                .body("owner.memberId", equalTo(adminId().toString()));
        origin(shared.getString("sessionId"))
                .statusCode(200)
                .body("agentType", equalTo("org"))
                .body("$", not(hasKey("owner")));
    }

    @Test
    void anUnknownSessionIsNotThere() {
        origin(UUID.randomUUID().toString()).statusCode(404);
        origin("1").statusCode(404);
    }
}
