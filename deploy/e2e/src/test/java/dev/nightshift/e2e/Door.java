package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** A signed-in person with nothing but HTTP. */
final class Door {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String cookie;

    private Door(String url, String cookie) {
        this.url = url;
        this.cookie = cookie;
    }

    static Door signIn(String url, String password) throws IOException, InterruptedException {
        Door nobody = new Door(url, "");
        HttpResponse<String> answer = nobody.send(
                "POST",
                "/auth/login",
                JSON.createObjectNode().put("username", "admin").put("password", password));
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("sign-in: " + answer.statusCode() + " " + answer.body());
        }
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new Door(url, set.substring(0, set.indexOf(';')));
    }

    String cookie() {
        return cookie;
    }

    HttpClient http() {
        return http;
    }

    URI socket(String path) {
        return URI.create("ws" + url.substring("http".length()) + path);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return expect(send("GET", path, null), 200);
    }

    JsonNode post(String path, JsonNode body, int status) throws IOException, InterruptedException {
        return expect(send("POST", path, body), status);
    }

    HttpResponse<String> send(String method, String path, @org.jspecify.annotations.Nullable JsonNode body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.toString()));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Creates an agent and gives its id. */
    String createAgent(ObjectNode agent) throws IOException, InterruptedException {
        return post("/api/agents", agent, 201).path("id").asText();
    }

    /** A user agent that follows a runbook. */
    static ObjectNode runbook(String name, String schedule, String instructions) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("type", "user")
                .put("model", "runbook")
                .put("schedule", schedule)
                .put("instructions", instructions);
    }

    /** The runs of an agent, newest first. */
    List<JsonNode> runs(String agentId) throws IOException, InterruptedException {
        return list(get("/api/agents/" + agentId + "/runs?limit=200").path("items"));
    }

    List<JsonNode> steps(String runId) throws IOException, InterruptedException {
        return list(get("/api/runs/" + runId + "/steps?limit=200").path("items"));
    }

    static List<JsonNode> list(JsonNode items) {
        return items.valueStream().toList();
    }

    private static JsonNode expect(HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
