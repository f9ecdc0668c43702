package dev.nightshift.agentapi.door;

import dev.nightshift.agentapi.route.ProblemAnswer;
import dev.nightshift.service.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/**
 * What nobody reaches from outside: health, metrics and API documents are for this machine, asked directly. And what
 * does not exist is a problem as everything else that goes wrong.
 */
@ApplicationScoped
class ClosedDoors {
    private static final int FIRST = 310;
    private static final int LAST = Integer.MAX_VALUE;
    private static final String OPERATIONS = "/q";
    private static final List<String> OURS =
            List.of("/api/*", "/auth/*", "/internal/*", "/ws/*", "/q/*", "/background-agents/*");
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final ProblemAnswer answer;

    ClosedDoors(ProblemAnswer answer) {
        this.answer = answer;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    void register(@Observes Router router) {
        OURS.forEach(path -> router.route(path).order(LAST).handler(this::notFound));
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        boolean operations = path.equals(OPERATIONS) || path.startsWith(OPERATIONS + "/");
        if (operations && !isAskedDirectly(context.request())) {
            notFound(context);
        } else {
            context.next();
        }
    }

    private void notFound(RoutingContext context) {
        answer.send(context, Problem.notFound("page"));
    }

    private static boolean isAskedDirectly(HttpServerRequest request) {
        return FORWARDED.stream().noneMatch(header -> request.headers().contains(header))
                && request.authority() != null
                && LOOPBACK_NAMES.contains(hostName(request.authority().host()))
                && isLoopback(request.remoteAddress().hostAddress());
    }

    private static String hostName(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
