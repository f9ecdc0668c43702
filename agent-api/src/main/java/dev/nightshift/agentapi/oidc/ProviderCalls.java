package dev.nightshift.agentapi.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to the provider. Redirects are not followed, since the requests carry secrets. No answer within five seconds, one
 * of 5xx or 429, or one that is not JSON fails with {@link ProviderAway}.
 */
@ApplicationScoped
class ProviderCalls {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int CONNECT_MS = 3_000;
    private static final int POOL = 16;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final WebClient client;

    ProviderCalls(Vertx vertx) {
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout(CONNECT_MS)
                        .setMaxPoolSize(POOL)
                        .setFollowRedirects(false)
                        .setUserAgent("nightshift"));
    }

    /** An answer with a status below 500. */
    record Reply(int status, JsonNode body) {
        boolean isGood() {
            return status == 200;
        }
    }

    Uni<Reply> get(URI address) {
        return answered(address, client.getAbs(address.toString()), null);
    }

    /** With an access token. */
    Uni<Reply> get(URI address, String accessToken) {
        return answered(address, client.getAbs(address.toString()).bearerTokenAuthentication(accessToken), null);
    }

    /** A form, sent as the client where its secret is given. */
    Uni<Reply> post(URI address, OidcSettings.@Nullable Client as, Map<String, String> form) {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap();
        form.forEach(fields::add);
        HttpRequest<Buffer> request = authenticated(client.postAbs(address.toString()), as);
        return answered(address, request, fields);
    }

    /** JSON, sent as the client. */
    Uni<Reply> postJson(URI address, OidcSettings.Client as, JsonNode body) {
        HttpRequest<Buffer> request = authenticated(client.requestAbs(HttpMethod.POST, address.toString()), as)
                .timeout(ANSWER.toMillis())
                .putHeader("Accept", "application/json")
                .putHeader("Content-Type", "application/json");
        return read(address, request.sendBuffer(Buffer.buffer(body.toString())));
    }

    private static HttpRequest<Buffer> authenticated(HttpRequest<Buffer> request, OidcSettings.@Nullable Client as) {
        return as == null || as.secret() == null ? request : request.basicAuthentication(as.id(), as.secret());
    }

    private static Uni<Reply> answered(URI address, HttpRequest<Buffer> request, @Nullable MultiMap form) {
        HttpRequest<Buffer> ready = request.timeout(ANSWER.toMillis()).putHeader("Accept", "application/json");
        return read(address, form == null ? ready.send() : ready.sendForm(form));
    }

    private static Uni<Reply> read(URI address, Uni<HttpResponse<Buffer>> sent) {
        return sent.onFailure()
                .transform(failure -> new ProviderAway(address.getAuthority() + " does not answer"))
                .map(response -> read(address, response));
    }

    private static Reply read(URI address, HttpResponse<Buffer> response) {
        if (response.statusCode() >= SERVER_ERROR || response.statusCode() == TOO_MANY) {
            throw new ProviderAway(address.getAuthority() + " answers with status " + response.statusCode());
        }
        String body = response.bodyAsString();
        try {
            JsonNode json = body == null || body.isBlank()
                    ? Json.mapper().createObjectNode()
                    : Json.mapper().readTree(body);
            return new Reply(response.statusCode(), json);
        } catch (JsonProcessingException e) {
            if (response.statusCode() == 200) {
                throw new ProviderAway(address.getAuthority() + " does not answer with JSON");
            }
            return new Reply(response.statusCode(), Json.mapper().createObjectNode());
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
