package dev.nightshift.agentapi.panel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PanelRightsTest extends AgentApiTest {

    @Test
    void anAdminEndsTheRunOfSomebodyElseAndIsNotToldWhatItDid() {
        Person ada = person("Ada");
        String agent = ada.calls(agent("Diary"))
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String id = ada.calls(Map.of("agentId", agent, "task", "a secret"))
                .post("/background-agents/start")
                .then()
                .statusCode(200)
                .body("task", equalTo("a secret"))
                .extract()
                .path("instanceId");
        ada.calls()
                .get("/background-agents")
                .then()
                .body("active.find { it.instanceId == '" + id + "' }.task", equalTo("a secret"));
        admin().get("/background-agents").then().body("active.instanceId", not(hasItem(id)));

        Map<String, Object> ended = admin().post("/background-agents/" + id + "/stop")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");

        assertThat(ended)
                .containsOnlyKeys("instanceId", "threadId", "agentId", "agentName", "status", "startedAt")
                .containsEntry("instanceId", id)
                .containsEntry("agentName", "Diary");
    }

    @Test
    void nobodyOpensTheSocketWithoutSigningIn() {
        upgrade(given())
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("status", equalTo(401));
        upgrade(given().header("Authorization", "Bearer x.y.z"))
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        upgrade(given().cookie(COOKIE, "unknown")).then().statusCode(401).contentType("application/problem+json");
    }

    private static io.restassured.response.Response upgrade(RequestSpecification from) {
        return from.header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .get("/background-agent-ws");
    }
}
