package dev.nightshift.agentapi.loopback;

import dev.nightshift.agentapi.route.ProblemAnswer;
import dev.nightshift.agentapi.settings.AuthMode;
import dev.nightshift.agentapi.settings.SignInMode;
import dev.nightshift.agentapi.signin.RefusedCredentials;
import dev.nightshift.service.problem.Problem;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * In mode none, nobody but this machine is answered: the peer's address and the {@code Host} are loopback ones, and no
 * proxy has passed the request on.
 */
@Startup
@ApplicationScoped
class OnlyLoopback {
    private static final int BEFORE_EVERYTHING = 320;
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final AuthMode mode;
    private final String address;
    private final RefusedCredentials refused;
    private final ProblemAnswer answer;

    OnlyLoopback(
            AuthMode mode,
            @ConfigProperty(name = "quarkus.http.host") String address,
            RefusedCredentials refused,
            ProblemAnswer answer) {
        this.mode = mode;
        this.refused = refused;
        this.address = address;
        this.answer = answer;
    }

    @PostConstruct
    void check() {
        check(mode.mode(), address);
    }

    static void check(SignInMode mode, String address) {
        if (mode == SignInMode.NONE && !Loopback.isAddress(address)) {
            throw new ConfigurationException(
                    "NIGHTSHIFT_AUTH_MODE none lets everybody in, so it needs a loopback address"
                            + " to listen on, and not " + address
                            + " (QUARKUS_HTTP_HOST, or NIGHTSHIFT_HOST of the local stack)");
        }
    }

    void register(@Observes Filters filters) {
        if (mode.mode() == SignInMode.NONE) {
            filters.register(this::check, BEFORE_EVERYTHING);
        }
    }

    private void check(RoutingContext context) {
        if (isFromHere(context.request())) {
            context.next();
        } else {
            refused.note(context.request(), "none");
            answer.send(context, Problem.forbidden("Without sign-in, only this machine itself is answered."));
        }
    }

    private static boolean isFromHere(HttpServerRequest request) {
        return request.remoteAddress() != null
                && request.remoteAddress().hostAddress() != null
                && Loopback.isAddress(request.remoteAddress().hostAddress())
                && Loopback.isHost(hosts(request))
                && FORWARDED.stream().noneMatch(header -> request.headers().contains(header));
    }

    /** HTTP/2 has no such header, and says it in the request's authority. */
    private static List<String> hosts(HttpServerRequest request) {
        List<String> sent = request.headers().getAll(HttpHeaders.HOST);
        return sent.isEmpty() && request.authority() != null
                ? List.of(request.authority().toString())
                : sent;
    }
}
