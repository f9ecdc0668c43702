package dev.nightshift.agentapi.route;

import dev.nightshift.service.problem.Problem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Says why where the router's own handlers fail a request with nothing but a status. */
@ApplicationScoped
class RefusedByTheRouter {
    private static final int BEFORE_OTHERS = -100;
    private static final int TOO_LARGE = 413;

    private final ProblemAnswer answer;

    RefusedByTheRouter(ProblemAnswer answer) {
        this.answer = answer;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_OTHERS).failureHandler(this::refuse);
    }

    private void refuse(RoutingContext context) {
        if (context.statusCode() == TOO_LARGE) {
            answer.send(context, Problem.tooLarge("The body is too large."));
        } else {
            context.next();
        }
    }
}
