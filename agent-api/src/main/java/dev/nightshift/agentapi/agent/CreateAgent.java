package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.ReadAgent.NewAgent;
import dev.nightshift.agentapi.idempotency.Answer;
import dev.nightshift.agentapi.idempotency.Once;
import dev.nightshift.agentapi.idempotency.Repeatable;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.service.models.ModelSettings;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Makes agents. */
@ApplicationScoped
public class CreateAgent {
    private final Once once;
    private final Agents agents;
    private final AnnounceAgent announce;
    private final ReadableSources sources;
    private final ReadAgent read;

    CreateAgent(Once once, Agents agents, AnnounceAgent announce, ReadableSources sources, ModelSettings models) {
        this.once = once;
        this.agents = agents;
        this.announce = announce;
        this.sources = sources;
        this.read = new ReadAgent(new java.util.TreeSet<>(models.models().keySet()));
    }

    /**
     * A new agent as {@code body} describes it, answered with 201; {@code call} says who asks, and what makes the
     * request recognisable when it is repeated.
     */
    public Uni<Answer> create(Repeatable call, MemberCaller caller, Origin origin, JsonNode body) {
        NewAgent asked = read.create(body);
        if (asked.type() == AgentType.ORG && !caller.admin()) {
            throw Problem.forbidden("Only admins create org agents.");
        }
        return sources.check(caller, asked.settings().allowedSources(), List.of())
                .chain(() -> once.run(call, transaction -> insert(transaction, caller, origin, asked)))
                .invoke(announce::nudge);
    }

    /** Reads a merge patch; the sources that are new in it are checked. */
    Uni<AgentSettings> patched(Agent agent, MemberCaller caller, JsonNode body) {
        AgentSettings settings = read.patch(agent, body);
        return sources.check(caller, settings.allowedSources(), agent.sources()).replaceWith(settings);
    }

    private Uni<Answer> insert(SqlConnection transaction, MemberCaller caller, Origin origin, NewAgent asked) {
        Author owner = new Author(caller.memberId(), caller.name());
        return agents.now(transaction).chain(now -> {
            Agent agent = Agent.create(asked.type(), origin, owner, asked.state(), asked.settings(), now);
            return agents.insert(transaction, agent)
                    .call(() -> announce.agent(transaction, agent, agent.changed(), now))
                    .call(() -> announce.status(transaction, agent, now))
                    .replaceWith(() -> answer(agent, now));
        });
    }

    private static Answer answer(Agent agent, Instant now) {
        return Answer.created(
                AgentView.full(agent, AgentStanding.fresh(agent.id()), now),
                "/api/agents/" + agent.id(),
                agent.version());
    }
}
