package dev.nightshift.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.contracts.Json;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
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
            long timer = request.vertx().setTimer(within.toMillis(), fired -> giveUp(request.response()));
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

    private static void giveUp(HttpServerResponse response) {
        if (response.headWritten() || response.ended()) {
            return;
        }
        Problem problem = Outage.problem();
        try {
            response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                    .putHeader("Retry-After", String.valueOf(problem.retryAfterSeconds()))
                    .end(Json.mapper().writeValueAsString(ProblemBody.of(problem)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
