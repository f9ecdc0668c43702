package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.agentapi.emergency.EmergencyStop;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Agents that may start work now. */
@ApplicationScoped
public class ReadyAgents {
    private final EmergencyStop emergency;
    private final Agents agents;

    ReadyAgents(EmergencyStop emergency, Agents agents) {
        this.emergency = emergency;
        this.agents = agents;
    }

    /** The agent, locked; 403 and 404 as the caller may do, 409 while it is not active or everything is stopped. */
    public Uni<Found> lock(SqlConnection transaction, AgentId agent, Person person) {
        return emergency
                .refuseWhileInForce(transaction)
                .chain(() -> agents.lock(transaction, agent))
                .map(found -> Allowed.check(found, person.member(), Action.CHANGE))
                .invoke(found -> {
                    AgentState state = found.agent().state();
                    if (state != AgentState.ACTIVE) {
                        throw Problem.conflict("The agent is " + state.wire() + "; start it first.");
                    }
                });
    }
}
