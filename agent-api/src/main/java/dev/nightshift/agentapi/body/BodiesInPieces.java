package dev.nightshift.agentapi.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads bodies whose length is not announced before a resource does, so that one that is too large fails the request with
 * 413 and is answered with a problem. A resource that reads by itself ends the request without one.
 */
@ApplicationScoped
class BodiesInPieces {
    private static final int BEFORE_RESOURCES = -45;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final BodyHandler read;

    BodiesInPieces(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize largest) {
        this.read = BodyHandler.create(false).setBodyLimit(largest.asLongValue());
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_RESOURCES).handler(this::readInPieces);
    }

    private void readInPieces(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean form = type != null && type.startsWith(FORM);
        if (context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING) && !form) {
            read.handle(context);
        } else {
            context.next();
        }
    }
}
