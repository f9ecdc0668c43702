package dev.nightshift.agentapi.door;

import dev.nightshift.agentapi.route.People;
import dev.nightshift.agentapi.route.ProblemAnswer;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.service.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Forwards the other services' public paths. Whoever comes is recognised here and is a platform token from here on;
 * cookies and tokens from outside never reach another service.
 */
@ApplicationScoped
class Door {
    private static final Logger LOG = Logger.getLogger(Door.class);
    private static final int BEFORE_RESOURCES = -50;

    private final People people;
    private final PlatformTokens tokens;
    private final Forward forward;
    private final ProblemAnswer answer;

    Door(People people, PlatformTokens tokens, Forward forward, ProblemAnswer answer) {
        this.people = people;
        this.tokens = tokens;
        this.forward = forward;
        this.answer = answer;
    }

    void open(@Observes Router router) {
        for (PublicPath path : PublicPath.values()) {
            router.route(path.pattern()).order(BEFORE_RESOURCES).handler(context -> pass(context, path));
        }
    }

    private void pass(RoutingContext context, PublicPath path) {
        context.request().pause();
        people.behind(context)
                .chain(tokens::sign)
                .subscribe()
                .with(signed -> go(context, path, signed.bearer()), failure -> refuse(context, failure));
    }

    private void go(RoutingContext context, PublicPath path, String bearer) {
        boolean webSocket = "websocket".equalsIgnoreCase(context.request().getHeader(HttpHeaders.UPGRADE));
        if (webSocket != path.webSocket()) {
            refuse(context, Problem.notFound("page"));
        } else if (webSocket) {
            forward.webSocket(context, path.service(), bearer);
        } else {
            forward.request(context, path.service(), bearer);
        }
    }

    private void refuse(RoutingContext context, Throwable failure) {
        context.request().resume();
        if (failure instanceof Problem problem) {
            answer.send(context, problem);
        } else {
            LOG.warnf("request could not be forwarded reason=%s", failure);
            answer.send(context, Problem.unavailable("The request could not be checked. Try again shortly.", 5));
        }
    }
}
