package dev.nightshift.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.nightshift.contracts.Json;
import dev.nightshift.testing.StubServer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agent-api that gives every run the token it asks for, unless the test says otherwise. */
final class StubAgentApi {
    final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    volatile int status = 200;
    volatile boolean grantsNothing;

    private StubAgentApi() {}

    static StubAgentApi install() {
        StubAgentApi api = new StubAgentApi();
        StubServer.on("POST /internal/runs/[^/]+/token", api::answer);
        return api;
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
        asked.add(body);
        if (status != 200) {
            StubServer.respond(
                    exchange,
                    status,
                    "application/problem+json",
                    "{\"status\": " + status + ", \"detail\": \"The owner is disabled.\"}");
            return;
        }
        ObjectNode answer = Json.mapper()
                .createObjectNode()
                .put("token", "run-token-" + asked.size())
                .put("expiresAt", Instant.now().plusSeconds(60).toString());
        answer.set("actions", grantsNothing ? Json.mapper().createArrayNode() : body.path("allowedActions"));
        StubServer.respond(exchange, 200, "application/json", answer.toString());
    }
}
