package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A signed-in person with nothing but HTTP. */
final class Door {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String header;
    private final String credential;

    private Door(String url, String header, String credential) {
        this.url = url;
        this.header = header;
        this.credential = credential;
    }

    /** Somebody who has not signed in. */
    static Door nobody(String url) {
        return new Door(url, "", "");
    }

    /** Somebody who sends this token with every request. */
    static Door bearer(String url, String token) {
        return new Door(url, "Authorization", "Bearer " + token);
    }

    static Door signIn(String url, String password) throws IOException, InterruptedException {
        return signIn(url, "admin", password);
    }

    static Door signIn(String url, String username, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = nobody(url)
                .send(
                        "POST",
                        "/auth/login",
                        JSON.createObjectNode().put("username", username).put("password", password));
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("sign-in: " + answer.statusCode() + " " + answer.body());
        }
        return withCookie(url, answer);
    }

    /** A new account, by an invitation of this admin. */
    Door invite(String username, String role, String password) throws IOException, InterruptedException {
        JsonNode invite = post("/api/invites", JSON.createObjectNode().put("role", role), 201);
        String link = invite.path("url").asText();
        HttpResponse<String> answer = nobody(url)
                .send(
                        "POST",
                        "/auth/register",
                        JSON.createObjectNode()
                                .put("invite", link.substring(link.lastIndexOf('/') + 1))
                                .put("username", username)
                                .put("password", password));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("register: " + answer.statusCode() + " " + answer.body());
        }
        return withCookie(url, answer);
    }

    private static Door withCookie(String url, HttpResponse<String> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new Door(url, "Cookie", set.substring(0, set.indexOf(';')));
    }

    /** The same person, coming in by another address. */
    Door at(String other) {
        return new Door(other, header, credential);
    }

    String cookie() {
        return credential;
    }

    HttpClient http() {
        return http;
    }

    URI socket(String path) {
        return URI.create("ws" + url.substring("http".length()) + path);
    }

    /** How a WebSocket greets: 101 and a first frame, the code that it closes with instead, or the refusal's status. */
    int greeting(String path) throws InterruptedException {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (!header.isEmpty()) {
            builder.header(header, credential);
        }
        CompletableFuture<Integer> greeting = new CompletableFuture<>();
        try {
            WebSocket socket =
                    builder.buildAsync(socket(path), new FirstFrame(greeting)).get();
            int code = greeting.orTimeout(10, TimeUnit.SECONDS).get();
            socket.abort();
            return code;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw new IllegalStateException(e);
        }
    }

    private record FirstFrame(CompletableFuture<Integer> code) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            code.complete(101);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            code.complete(status);
            return null;
        }
    }

    /** The code that a person types in, as a command-line program shows it (RFC 8628). */
    String deviceCode() throws IOException, InterruptedException {
        return expect(form("/auth/device/code", "client_id=nightshift-cli"), 200)
                .path("user_code")
                .asText();
    }

    /** Sends a form, as OAuth does. */
    HttpResponse<String> form(String path, String fields) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path, "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(fields));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The status of something that does not end by itself. */
    int begin(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                http.send(request(path, "application/json").build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return expect(send("GET", path, null), 200);
    }

    JsonNode post(String path, JsonNode body, int status) throws IOException, InterruptedException {
        return expect(send("POST", path, body), status);
    }

    HttpResponse<String> send(String method, String path, @Nullable JsonNode body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType);
        return sign(request);
    }

    /** Adds what this person comes with. */
    HttpRequest.Builder sign(HttpRequest.Builder request) {
        return header.isEmpty() ? request : request.header(header, credential);
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
