package dev.nightshift.agentapi.door;

import dev.nightshift.agentapi.route.ProblemAnswer;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
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

    private final PlatformTokens tokens;
    private final Forward forward;
    private final ProblemAnswer answer;

    Door(PlatformTokens tokens, Forward forward, ProblemAnswer answer) {
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
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .map(CurrentCaller::of)
                .map(Door::person)
                .chain(tokens::sign)
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> Problem.unauthorized())
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

    private static Caller person(Caller caller) {
        if (caller instanceof MemberCaller) {
            return caller;
        }
        throw Problem.forbidden("Only members come through the door.");
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
