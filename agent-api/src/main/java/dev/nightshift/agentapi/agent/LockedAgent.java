package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.Author;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One change of one agent: a transaction under its lock, in which rights and version are checked. */
@ApplicationScoped
class LockedAgent {
    private final Pool pool;
    private final Agents agents;
    private final AnnounceAgent announce;
    private final AgentWork work;
    private final AuditLog audit;

    LockedAgent(Pool pool, Agents agents, AnnounceAgent announce, AgentWork work, AuditLog audit) {
        this.pool = pool;
        this.agents = agents;
        this.announce = announce;
        this.work = work;
        this.audit = audit;
    }

    /** What happens under the lock. */
    interface Step {
        Uni<Agent> apply(SqlConnection transaction, Found found);
    }

    Uni<Agent> changing(AgentChange change, Action action, Step step) {
        return changing(transaction -> Uni.createFrom().voidItem(), change, action, step);
    }

    /** {@code first} comes before the agent is locked. */
    Uni<Agent> changing(Function<SqlConnection, Uni<Void>> first, AgentChange change, Action action, Step step) {
        return pool.withTransaction(transaction -> first.apply(transaction)
                        .chain(() -> agents.lock(transaction, change.agent()))
                        .map(found -> change.check(found, action))
                        .chain(found -> step.apply(transaction, found)))
                .invoke(announce::nudge);
    }

    /** Stops the background work of an agent that a change has stopped. */
    Uni<Void> endWork(SqlConnection transaction, Agent before, Agent after, Author by) {
        return after.state() == AgentState.STOPPED && before.state() != AgentState.STOPPED
                ? work.stopAll(transaction, after.id(), by, after.updatedAt())
                : Uni.createFrom().voidItem();
    }

    /** Deletes the agent and stops its work. */
    Uni<Void> delete(AgentChange change) {
        return changing(change, Action.DELETE, (transaction, found) -> {
                    Agent agent = found.agent();
                    Act act = Act.done("agent.deleted", AgentWritten.target(agent), Map.of());
                    return agents.delete(transaction, agent, found.now())
                            .call(() -> announce.deleted(transaction, agent, found.now()))
                            .call(() -> work.stopAll(
                                    transaction, agent.id(), change.person().author(), found.now()))
                            .call(() -> audit.write(transaction, change.person().actor(), act))
                            .call(() -> announce.statuses(
                                    transaction, List.of(agent.in(AgentState.STOPPED, null, found.now()))))
                            .replaceWith(agent);
                })
                .replaceWithVoid();
    }
}
