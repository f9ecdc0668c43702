package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.ReadAgent.NewAgent;
import dev.nightshift.contracts.Author;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Supplier;

/** Makes agents. */
@ApplicationScoped
public class CreateAgent {
    private final Once once;
    private final Agents agents;
    private final AnnounceAgent announce;
    private final AskedSettings asked;

    CreateAgent(Once once, Agents agents, AnnounceAgent announce, AskedSettings asked) {
        this.once = once;
        this.agents = agents;
        this.announce = announce;
        this.asked = asked;
    }

    /**
     * A new agent as {@code body} describes it, answered with 201; {@code call} says who asks, and what makes the
     * request recognisable when it is repeated. A repeat does not ask for the body.
     */
    public Uni<Answer> create(Repeatable call, MemberCaller caller, Origin origin, Supplier<Uni<JsonNode>> body) {
        return once.run(
                        call,
                        () -> body.get().chain(json -> asked.create(caller, json)),
                        (transaction, wanted) -> insert(transaction, caller, origin, wanted))
                .invoke(announce::nudge);
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
