package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.route.ProblemAnswer;
import dev.nightshift.service.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Applies {@link OtherSites} to every request, before anybody looks at who sent it. */
@ApplicationScoped
class RefuseOtherSites {
    private static final int BEFORE_AUTHENTICATION = 300;

    private final @Nullable URI publicUrl;
    private final ProblemAnswer answer;

    RefuseOtherSites(@ConfigProperty(name = "nightshift.public-url") Optional<URI> publicUrl, ProblemAnswer answer) {
        this.publicUrl = publicUrl.orElse(null);
        this.answer = answer;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (OtherSites.refuses(read(request), publicUrl)) {
            answer.send(context, Problem.forbidden("The request comes from another site."));
        } else {
            context.next();
        }
    }

    private static OtherSites.Request read(HttpServerRequest request) {
        return new OtherSites.Request(
                request.method().name(),
                "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE)),
                request.headers().contains(HttpHeaders.AUTHORIZATION),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader(HttpHeaders.HOST));
    }
}
