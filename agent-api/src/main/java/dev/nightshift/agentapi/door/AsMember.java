package dev.nightshift.agentapi.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.problem.ProblemBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/** Replaces what came from outside by the platform token, and a missing service by a problem. */
final class AsMember implements ProxyInterceptor {
    private final String uri;
    private final String bearer;
    private final Problem away;

    /** {@code uri}: path and query; {@code away}: what is said when the service does not answer. */
    AsMember(String uri, String bearer, Problem away) {
        this.uri = uri;
        this.bearer = bearer;
        this.away = away;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        request.setURI(uri);
        request.headers().remove(HttpHeaders.COOKIE);
        request.headers().set(HttpHeaders.AUTHORIZATION, bearer);
        return context.sendRequest().recover(failure -> Future.succeededFuture(unavailable(request)));
    }

    private ProxyResponse unavailable(ProxyRequest request) {
        ProxyResponse response = request.release().response();
        response.headers().clear();
        return response.setStatusCode(away.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .putHeader("Retry-After", String.valueOf(away.retryAfterSeconds()))
                .setBody(Body.body(body()));
    }

    private Buffer body() {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(ProblemBody.of(away)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
