package dev.nightshift.agentapi.proxy;

import dev.nightshift.agentapi.route.ProblemAnswer;
import dev.nightshift.agentapi.signin.RefusedCredentials;
import dev.nightshift.service.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * In mode header, requests that do not come from the proxy are refused, whatever they carry. What the platform asks of
 * itself comes directly: health, metrics, keys, and calls of the services, which prove themselves.
 */
@ApplicationScoped
class OnlyProxies {
    private static final int BEFORE_EVERYTHING = 320;
    private static final List<String> OF_THE_PLATFORM = List.of("/q", "/internal");
    private static final String KEYS = "/auth/jwks.json";

    private final TrustedProxy proxy;
    private final RefusedCredentials refused;
    private final ProblemAnswer answer;

    OnlyProxies(TrustedProxy proxy, RefusedCredentials refused, ProblemAnswer answer) {
        this.proxy = proxy;
        this.refused = refused;
        this.answer = answer;
    }

    void register(@Observes Filters filters) {
        if (proxy.isUsed()) {
            filters.register(this::check, BEFORE_EVERYTHING);
        }
    }

    private void check(RoutingContext context) {
        if (isOfThePlatform(context.normalizedPath())) {
            context.next();
        } else if (!proxy.sent(context.request())) {
            refuse(context, "Requests come through the proxy only.");
        } else if (proxy.values(context.request()).size() > 1) {
            refuse(context, "The request says twice who sends it.");
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context, String why) {
        refused.note(context.request(), "proxy");
        answer.send(context, Problem.forbidden(why));
    }

    private static boolean isOfThePlatform(String path) {
        return path.equals(KEYS)
                || OF_THE_PLATFORM.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }
}
