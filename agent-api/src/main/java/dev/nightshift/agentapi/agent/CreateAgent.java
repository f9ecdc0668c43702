package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.ReadAgent.NewAgent;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
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
    private final AdmitAgent admit;
    private final WriteAgents write;
    private final AskedSettings asked;

    CreateAgent(Once once, Agents agents, AdmitAgent admit, WriteAgents write, AskedSettings asked) {
        this.once = once;
        this.agents = agents;
        this.admit = admit;
        this.write = write;
        this.asked = asked;
    }

    /**
     * A new agent as {@code body} describes it, answered with 201; {@code call} says who asks, and what makes the
     * request recognisable when it is repeated. A repeat does not ask for the body.
     */
    public Uni<Answer> create(Repeatable call, Person person, Provenance provenance, Supplier<Uni<JsonNode>> body) {
        return once.run(
                        call,
                        () -> body.get().chain(json -> asked.create(person.member(), json)),
                        (transaction, wanted) -> insert(transaction, person, provenance, wanted))
                .invoke(write::nudge);
    }

    private Uni<Answer> insert(SqlConnection transaction, Person person, Provenance provenance, NewAgent asked) {
        return admit.another(transaction, person.member().memberId(), asked.type(), asked.state())
                .chain(() -> agents.now(transaction))
                .chain(now -> {
                    Agent agent = Agent.create(
                            asked.type(), provenance, person.author(), asked.state(), asked.settings(), now);
                    return write.write(transaction, AgentWritten.created(agent), person.actor())
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
