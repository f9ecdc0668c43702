package dev.nightshift.runner.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.runner.waiting.CalledOff;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;

/** Calls other services from virtual threads: the code blocks and reads plainly, and an interrupt cancels the call. */
@ApplicationScoped
public class JsonCalls {
    private static final Set<Integer> PASSING = Set.of(401, 408, 425, 429);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /**
     * The body of the answer, a missing node if it has none. Throws {@link ServiceAway} for anything that may pass (no
     * connection, no answer in time, 5xx, 429, and 401, since tokens expire), {@link ServiceRefused} for the rest.
     */
    public JsonNode send(JsonCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(call.timeout())
                .header("Authorization", call.bearer())
                .header("Accept", "application/json")
                .method(call.method(), body(call));
        if (call.body() != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            return read(call, client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new ServiceAway(call.uri().getAuthority() + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw CalledOff.interrupted();
        }
    }

    private static JsonNode read(JsonCall call, HttpResponse<byte[]> answer) throws IOException {
        int status = answer.statusCode();
        if (status >= 500 || PASSING.contains(status)) {
            throw new ServiceAway(call.uri().getAuthority() + " answers " + status);
        }
        if (status >= 300) {
            JsonNode problem = problem(answer.body());
            throw new ServiceRefused(
                    status,
                    problem.path("type").asText(),
                    problem.path("detail").asText("HTTP " + status));
        }
        return answer.body().length == 0
                ? MissingNode.getInstance()
                : Json.mapper().readTree(answer.body());
    }

    private static JsonNode problem(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static BodyPublisher body(JsonCall call) {
        if (call.body() == null) {
            return BodyPublishers.noBody();
        }
        try {
            return BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(call.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a request that is not JSON: " + call.uri(), e);
        }
    }
}
