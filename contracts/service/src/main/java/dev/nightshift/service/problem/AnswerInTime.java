package dev.nightshift.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.contracts.Json;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Somebody waits for an answer of a public path, so there is one in time: a database that is stopped rather than gone
 * never answers and never fails. WebSockets and event streams are not answers and are left alone.
 */
@ApplicationScoped
class AnswerInTime {
    private static final int BEFORE_AUTHENTICATION = 250;

    private final Duration within;

    AnswerInTime(@ConfigProperty(name = "nightshift.answer-within", defaultValue = "15s") Duration within) {
        this.within = within;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, BEFORE_AUTHENTICATION);
    }

    private void watch(RoutingContext request) {
        if (isAnswered(request)) {
            long timer = request.vertx().setTimer(within.toMillis(), fired -> giveUp(request));
            request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
        }
        request.next();
    }

    private static boolean isAnswered(RoutingContext request) {
        String accept = request.request().getHeader(HttpHeaders.ACCEPT);
        return !request.request().headers().contains(HttpHeaders.UPGRADE)
                && (accept == null || !accept.contains("text/event-stream"))
                && !request.request().path().startsWith("/internal/");
    }

    /**
     * The answer says how long it is and is not ended: the connection ends with it, which cancels whatever still works
     * for the request. What came of that later would otherwise be a second answer. A connection of HTTP/2 carries other
     * requests too, so there only this answer ends.
     */
    private static void giveUp(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.ended()) {
            return;
        }
        Problem problem = Outage.problem();
        Buffer body = body(problem);
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
                .putHeader("Retry-After", String.valueOf(problem.retryAfterSeconds()));
        if (request.request().version() == HttpVersion.HTTP_2) {
            response.end(body);
            return;
        }
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .write(body)
                .onComplete(written -> request.request().connection().close());
    }

    private static Buffer body(Problem problem) {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(ProblemBody.of(problem)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
