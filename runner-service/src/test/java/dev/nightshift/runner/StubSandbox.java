package dev.nightshift.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.nightshift.contracts.Json;
import dev.nightshift.testing.StubServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A sandbox-service that runs nothing: what a script "prints" is a function of its text. A script that contains
 * {@code wait} goes on until the test lets it.
 */
final class StubSandbox {
    private static final int LONGEST_POLL_MS = 300;

    /** Everything asked, as {@code METHOD path-after-the-run-id} and the body. */
    record Asked(String what, JsonNode body, String bearer) {
        long fence() {
            return body.path("fence").asLong();
        }
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final Map<String, ObjectNode> executions = new ConcurrentHashMap<>();
    final Map<String, Integer> starts = new ConcurrentHashMap<>();
    volatile CountDownLatch mayEnd = new CountDownLatch(1);
    volatile boolean away;
    private volatile Function<JsonNode, ObjectNode> result = request -> completed(
            "ran: " + request.path("arguments").path("script").asText().strip());

    private StubSandbox() {}

    static StubSandbox install() {
        StubSandbox sandbox = new StubSandbox();
        StubServer.on("(PUT|DELETE) /internal/sandboxes/.*", sandbox::answer);
        return sandbox;
    }

    /** What every execution from now on comes to. */
    void answering(Function<JsonNode, ObjectNode> how) {
        result = how;
    }

    static ObjectNode completed(String output) {
        return Json.mapper()
                .createObjectNode()
                .put("status", "completed")
                .put("exitCode", 0)
                .put("output", output);
    }

    static ObjectNode exited(int code, String output) {
        return Json.mapper()
                .createObjectNode()
                .put("status", "failed")
                .put("exitCode", code)
                .put("output", output);
    }

    /** How often work was begun, which must be once for each key. */
    int begun() {
        return starts.values().stream().mapToInt(Integer::intValue).sum();
    }

    List<Asked> asked(String prefix) {
        return asked.stream().filter(one -> one.what.startsWith(prefix)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (away) {
            StubServer.respond(exchange, 503, "application/problem+json", "{\"status\": 503}");
            return;
        }
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        JsonNode body = bytes.length == 0
                ? Json.mapper().createObjectNode()
                : Json.mapper().readTree(bytes);
        String[] path = exchange.getRequestURI().getPath().split("/", 5);
        String rest = path.length < 5 ? "" : path[4];
        asked.add(new Asked(
                exchange.getRequestMethod() + " " + rest,
                body,
                exchange.getRequestHeaders().getFirst("Authorization")));
        if (rest.startsWith("executions/")) {
            StubServer.respond(
                    exchange, 200, "application/json", execute(rest, body).toString());
        } else {
            StubServer.respond(exchange, 204, "application/json", "");
        }
    }

    private ObjectNode execute(String key, JsonNode body) {
        ObjectNode known = executions.get(key);
        if (known != null) {
            return known;
        }
        starts.putIfAbsent(key, 1);
        if (body.path("arguments").path("script").asText().contains("wait") && !mayEnd()) {
            return Json.mapper().createObjectNode().put("status", "running").put("output", "");
        }
        return executions.computeIfAbsent(key, k -> result.apply(body));
    }

    private boolean mayEnd() {
        try {
            return mayEnd.await(LONGEST_POLL_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
