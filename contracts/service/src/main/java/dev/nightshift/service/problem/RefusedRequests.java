package dev.nightshift.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.contracts.Json;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A body past the limit is refused with a problem too, before it is read where its length is announced. */
@ApplicationScoped
class RefusedRequests {
    private static final int BEFORE_AUTHENTICATION = 240;

    private final long largest;

    RefusedRequests(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize largest) {
        this.largest = largest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkLength, BEFORE_AUTHENTICATION);
    }

    void register(@Observes Router router) {
        router.errorHandler(413, context -> refuse(context, tooLarge()));
    }

    private void checkLength(RoutingContext context) {
        if (length(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > largest) {
            if (context.request().version() != HttpVersion.HTTP_2) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            refuse(context, tooLarge());
        } else {
            context.next();
        }
    }

    private Problem tooLarge() {
        return Problem.tooLarge("The body is too large: at most " + largest + " bytes are allowed.");
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void refuse(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.headWritten() || response.ended()) {
            return;
        }
        try {
            response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                    .end(Json.mapper().writeValueAsString(ProblemBody.of(problem)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
