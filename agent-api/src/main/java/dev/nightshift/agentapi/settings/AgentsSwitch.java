package dev.nightshift.agentapi.settings;

import dev.nightshift.agentapi.route.ProblemAnswer;
import dev.nightshift.service.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** While {@code AGENTS_ENABLED} is false, the agent paths do not exist. */
@ApplicationScoped
class AgentsSwitch {
    private static final int BEFORE_AUTHENTICATION = 290;
    private static final List<String> PATHS = List.of(
            "/api/agents",
            "/api/schedules",
            "/api/runs",
            "/api/events",
            "/api/catalog",
            "/background-agents",
            "/background-agent-ws");

    private final boolean enabled;
    private final ProblemAnswer answer;

    AgentsSwitch(
            @ConfigProperty(name = "agents.enabled", defaultValue = "false") boolean enabled, ProblemAnswer answer) {
        this.enabled = enabled;
        this.answer = answer;
    }

    void register(@Observes Filters filters) {
        if (!enabled) {
            filters.register(this::hide, BEFORE_AUTHENTICATION);
        }
    }

    private void hide(RoutingContext context) {
        String path = context.normalizedPath();
        if (PATHS.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/"))) {
            answer.send(context, Problem.notFound("page"));
        } else {
            context.next();
        }
    }
}
