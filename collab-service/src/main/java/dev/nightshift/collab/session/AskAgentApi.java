package dev.nightshift.collab.session;

import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.client.ServiceTokens;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks agent-api about a session that is not known here. */
@ApplicationScoped
class AskAgentApi {
    private static final Logger LOG = Logger.getLogger(AskAgentApi.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final AgentApiClient agentApi;
    private final ServiceTokens tokens;

    AskAgentApi(@RestClient AgentApiClient agentApi, ServiceTokens tokens) {
        this.agentApi = agentApi;
        this.tokens = tokens;
    }

    /** Empty where there is no such session; fails as 503 where agent-api does not answer. */
    Uni<Optional<SessionOrigin>> about(SessionId id) {
        return tokens.bearer()
                .chain(bearer -> agentApi.session(bearer, id.toString()))
                .map(description -> Optional.of(description.origin()))
                .onFailure(AskAgentApi::isAbsent)
                .recoverWithItem(Optional.empty())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(failure -> {
                    LOG.warnf("agent-api did not describe a session sessionId=%s reason=%s", id, failure);
                    return Problem.unavailable(
                            "This session cannot be looked up at the moment. Try again shortly.", RETRY_AFTER_SECONDS);
                });
    }

    private static boolean isAbsent(Throwable failure) {
        return failure instanceof WebApplicationException web
                && web.getResponse().getStatus() == 404;
    }
}
