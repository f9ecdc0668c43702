package dev.nightshift.agentapi.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** HTTP with JSON. A service that does not answer, or answers 5xx, is a 503 with {@code Retry-After} here. */
@ApplicationScoped
public class ServiceCalls {
    private static final int CONNECT_MS = 1_000;
    private static final int POOL = 32;
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Config config;
    private final WebClient client;

    ServiceCalls(Vertx vertx, Config config) {
        this.config = config;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout(CONNECT_MS)
                        .setMaxPoolSize(POOL)
                        .setUserAgent("nightshift-agent-api"));
    }

    /** An answer below 500; the body is null where there is none or it is not JSON. */
    public record Reply(int status, @Nullable JsonNode body) {}

    /** {@code bearer} is the whole {@code Authorization} header; {@code pathAndQuery} begins with a slash. */
    public Uni<Reply> get(OtherService service, String pathAndQuery, String bearer) {
        return call(service, HttpMethod.GET, pathAndQuery, bearer, null);
    }

    public Uni<Reply> put(OtherService service, String path, String bearer, JsonNode body) {
        return call(service, HttpMethod.PUT, path, bearer, body);
    }

    private Uni<Reply> call(
            OtherService service, HttpMethod method, String path, String bearer, @Nullable JsonNode body) {
        HttpRequest<Buffer> request = client.requestAbs(method, config.getValue(service.setting(), String.class) + path)
                .timeout(ANSWER.toMillis())
                .putHeader("Authorization", bearer)
                .putHeader("Accept", "application/json");
        Uni<HttpResponse<Buffer>> sent = body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").sendBuffer(Buffer.buffer(body.toString()));
        return sent.onFailure().transform(failure -> away(service)).map(response -> reply(service, response));
    }

    private static Reply reply(OtherService service, HttpResponse<Buffer> response) {
        if (response.statusCode() >= 500 || response.statusCode() == 429) {
            throw away(service);
        }
        return new Reply(response.statusCode(), json(response.bodyAsString()));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Problem away(OtherService service) {
        return Problem.unavailable(
                service.label() + " does not answer at the moment. Try again shortly.", RETRY_AFTER_SECONDS);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
