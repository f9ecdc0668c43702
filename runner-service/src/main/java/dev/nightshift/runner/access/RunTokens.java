package dev.nightshift.runner.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.runner.access.RunAccess.RunToken;
import dev.nightshift.runner.http.JsonCall;
import dev.nightshift.runner.http.JsonCalls;
import dev.nightshift.runner.http.ServiceAway;
import dev.nightshift.runner.http.ServiceRefused;
import dev.nightshift.runner.waiting.Backoff;
import dev.nightshift.runner.waiting.CalledOff;
import dev.nightshift.runner.waiting.Deadline;
import dev.nightshift.service.client.ServiceTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Run tokens from agent-api. */
@ApplicationScoped
public class RunTokens {
    private static final Logger LOG = Logger.getLogger(RunTokens.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final JsonCalls calls;
    private final ServiceTokens own;
    private final URI agentApi;

    RunTokens(JsonCalls calls, ServiceTokens own, @ConfigProperty(name = "nightshift.agent-api.url") URI agentApi) {
        this.calls = calls;
        this.own = own;
        this.agentApi = agentApi;
    }

    /** Access of a run, asked for when first needed. */
    public RunAccess of(RunDue due, Deadline deadline) {
        return new RunAccess(this, due, deadline);
    }

    private record Ask(
            AgentId agentId,
            SessionId sessionId,
            Trigger trigger,
            ActingFor actingFor,
            List<SourceId> allowedSources,
            List<String> allowedActions) {}

    RunToken get(RunDue due, Deadline deadline) {
        Backoff backoff = Backoff.forServices();
        while (true) {
            try {
                return ask(due, deadline);
            } catch (ServiceAway e) {
                LOG.debugf("run waits for its token runId=%s reason=%s", due.runId(), e.getMessage());
                backoff.pause(deadline, "agent-api, which says what the run may do");
            } catch (ServiceRefused e) {
                throw new AccessLost("The run lost its access: " + e.detail());
            }
        }
    }

    private RunToken ask(RunDue due, Deadline deadline) {
        JsonNode answer = calls.send(JsonCall.post(
                agentApi.resolve("/internal/runs/" + due.runId() + "/token"),
                ownBearer(),
                new Ask(
                        due.agentId(),
                        due.sessionId(),
                        due.trigger(),
                        due.actingFor(),
                        due.definition().allowedSources(),
                        due.definition().allowedActions()),
                deadline.atMost(TIMEOUT)));
        Set<String> actions = new HashSet<>();
        answer.path("actions").forEach(action -> actions.add(action.asText()));
        Instant expiresAt = Instant.parse(answer.path("expiresAt").asText());
        return new RunToken(
                "Bearer " + answer.path("token").asText(),
                RunToken.renewAt(expiresAt, deadline.clock()),
                Set.copyOf(actions));
    }

    /** Whatever is wrong with our own token, it is not the run's fault. */
    private String ownBearer() {
        try {
            return own.bearer().await().atMost(TIMEOUT);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw CalledOff.interrupted();
            }
            throw new ServiceAway("agent-api gives no token: " + e.getMessage(), e);
        }
    }
}
