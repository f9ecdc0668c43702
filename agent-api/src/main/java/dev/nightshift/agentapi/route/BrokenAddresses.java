package dev.nightshift.agentapi.route;

import dev.nightshift.service.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * An address that cannot be read, or is longer than any that leads somewhere, leads to no resource that could say so.
 * The server itself takes longer ones, only to refuse them here with a reason.
 */
@ApplicationScoped
class BrokenAddresses {
    private static final int BEFORE_EVERYTHING = 1000;
    /** Characters. The other services take lines of 4096, with method and version. */
    private static final int LONGEST = 4_000;

    private final ProblemAnswer answer;

    BrokenAddresses(ProblemAnswer answer) {
        this.answer = answer;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    /** The router itself decodes paths, to find out whose they are. */
    void register(@Observes Router router) {
        router.errorHandler(400, this::refuse);
    }

    private void check(RoutingContext context) {
        String uri = context.request().uri();
        if (uri != null && uri.length() > LONGEST) {
            answer.send(
                    context,
                    Problem.malformed("The address is too long: at most " + LONGEST + " characters are allowed."));
        } else if (isReadable(context.request())) {
            context.next();
        } else {
            refuse(context);
        }
    }

    private void refuse(RoutingContext context) {
        answer.send(context, Problem.malformed("The address cannot be read; is everything in it encoded?"));
    }

    private static boolean isReadable(HttpServerRequest request) {
        String uri = request.uri();
        try {
            return uri != null && !new URI(uri).isOpaque() && request.params() != null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return false;
        }
    }
}
