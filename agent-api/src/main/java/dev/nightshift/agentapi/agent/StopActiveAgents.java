package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.emergency.Emergency;
import dev.nightshift.agentapi.emergency.EmergencyMeasure;
import dev.nightshift.agentapi.version.VersionChange;
import dev.nightshift.contracts.AgentState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** What an emergency stop means for agents: the active ones are stopped, and come back unless somebody decided anew. */
@ApplicationScoped
class StopActiveAgents implements EmergencyMeasure {
    private final Agents agents;
    private final WriteAgents write;

    StopActiveAgents(Agents agents, WriteAgents write) {
        this.agents = agents;
        this.write = write;
    }

    @Override
    public int turn() {
        return 1;
    }

    @Override
    public Uni<Void> stop(SqlConnection transaction, Emergency emergency, Actor by) {
        return agents.lockActive(transaction)
                .call(found -> write.write(
                        transaction,
                        found.stream()
                                .map(each -> AgentWritten.changed(
                                        each.agent(),
                                        each.agent().in(AgentState.STOPPED, emergency.sentence(), each.now()),
                                        VersionChange.STOPPED))
                                .toList(),
                        by))
                .chain(found -> agents.noteEmergencyStopped(
                        transaction,
                        found.stream().map(each -> each.agent().id()).toList()));
    }

    @Override
    public Uni<Void> release(SqlConnection transaction, Actor by) {
        return agents.lockEmergencyStopped(transaction)
                .chain(found -> write.write(
                        transaction,
                        found.stream()
                                .map(each -> AgentWritten.changed(
                                        each.agent(),
                                        each.agent().in(AgentState.ACTIVE, null, each.now()),
                                        VersionChange.RESUMED))
                                .toList(),
                        by))
                .chain(() -> agents.forgetEmergencyStopped(transaction));
    }
}
