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
    private final long largest;
    private final Problem away;

    /**
     * {@code uri}: path and query; {@code largest}: bytes that a body may have; {@code away}: what is said when the
     * service does not answer.
     */
    AsMember(String uri, String bearer, long largest, Problem away) {
        this.uri = uri;
        this.bearer = bearer;
        this.largest = largest;
        this.away = away;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        request.setURI(uri);
        request.headers().remove(HttpHeaders.COOKIE);
        request.headers().set(HttpHeaders.AUTHORIZATION, bearer);
        Body given = request.getBody();
        LimitedBody limited = new LimitedBody(given.stream(), largest);
        request.setBody(Body.body(limited, given.length()));
        return context.sendRequest()
                .recover(failure -> Future.succeededFuture(problem(
                        request,
                        limited.isTooLarge()
                                ? Problem.tooLarge("The body is too large: at most " + largest + " bytes are allowed.")
                                : away)));
    }

    private static ProxyResponse problem(ProxyRequest request, Problem problem) {
        ProxyResponse response = request.release().response();
        response.headers().clear();
        if (problem.retryAfterSeconds() != null) {
            response.putHeader("Retry-After", String.valueOf(problem.retryAfterSeconds()));
        }
        return response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .setBody(Body.body(body(problem)));
    }

    private static Buffer body(Problem problem) {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(ProblemBody.of(problem)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
