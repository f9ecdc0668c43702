package dev.nightshift.agentapi.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * The web UI draws its own pages: an address of one, opened or reloaded in a browser, is answered with the start page.
 * Quinoa's routing for this comes after the REST resources, and those answer every unknown path with a problem.
 */
@ApplicationScoped
class PagesOfTheUi {
    private static final int BEFORE_RESOURCES = -40;
    private static final String START = "/";
    private static final List<String> NOT_PAGES =
            List.of("/api", "/ws", "/q", "/auth", "/internal", "/background-agents", "/background-agent-ws");

    void register(@Observes Router router) {
        router.route().order(BEFORE_RESOURCES).handler(PagesOfTheUi::toStartPage);
    }

    private static void toStartPage(RoutingContext context) {
        if (isPage(context)) {
            context.reroute(START);
        } else {
            context.next();
        }
    }

    private static boolean isPage(RoutingContext context) {
        HttpMethod method = context.request().method();
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        String path = context.normalizedPath();
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                && accept != null
                && accept.contains("text/html")
                && !path.equals(START)
                && !path.substring(path.lastIndexOf('/')).contains(".")
                && NOT_PAGES.stream().noneMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }
}
