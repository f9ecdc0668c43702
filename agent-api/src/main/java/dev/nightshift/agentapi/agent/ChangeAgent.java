package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.Author;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes agents; what the other services must know is committed with the change. */
@ApplicationScoped
class ChangeAgent {
    private final Pool pool;
    private final Agents agents;
    private final AnnounceAgent announce;
    private final AgentWork work;

    ChangeAgent(Pool pool, Agents agents, AnnounceAgent announce, AgentWork work) {
        this.pool = pool;
        this.agents = agents;
        this.announce = announce;
        this.work = work;
    }

    /** Who changes which agent, and which version they have seen. */
    record Change(AgentId agent, MemberCaller caller, IfMatch ifMatch) {
        Author author() {
            return new Author(caller.memberId(), caller.name());
        }
    }

    /** Writes other settings; {@code patch} gives them, or fails with a 400. */
    Uni<Agent> patch(Change change, Function<Agent, Uni<AgentSettings>> patch) {
        return changing(
                change,
                Action.CHANGE,
                (transaction, found) -> patch.apply(found.agent())
                        .chain(settings -> settings.equals(found.agent().settings())
                                ? Uni.createFrom().item(found.agent())
                                : save(transaction, found.agent().with(settings, found.now()))));
    }

    /** Makes it active, paused or stopped; nothing happens where it is so already. */
    Uni<Agent> to(Change change, AgentState state, @Nullable String note) {
        Action action = state == AgentState.STOPPED ? Action.STOP : Action.CHANGE;
        return changing(change, action, (transaction, found) -> {
            if (found.agent().state() == state) {
                return Uni.createFrom().item(found.agent());
            }
            Agent next = found.agent().in(state, note, found.now());
            return save(transaction, next)
                    .call(() -> state == AgentState.STOPPED
                            ? work.stopAll(transaction, next.id(), change.author(), found.now())
                            : Uni.createFrom().voidItem())
                    .call(() -> announce.status(transaction, next, found.now()));
        });
    }

    /** Deletes it and stops its work. */
    Uni<Void> delete(Change change) {
        return changing(change, Action.DELETE, (transaction, found) -> {
                    Agent agent = found.agent();
                    return agents.delete(transaction, agent, found.now())
                            .call(() -> announce.agent(transaction, agent, agent.deleted(found.now()), found.now()))
                            .call(() -> work.stopAll(transaction, agent.id(), change.author(), found.now()))
                            .call(() -> announce.status(
                                    transaction, agent.in(AgentState.STOPPED, null, found.now()), found.now()))
                            .replaceWith(agent);
                })
                .replaceWithVoid();
    }

    private Uni<Agent> save(SqlConnection transaction, Agent agent) {
        return agents.update(transaction, agent)
                .call(() -> announce.agent(transaction, agent, agent.changed(), agent.updatedAt()))
                .replaceWith(agent);
    }

    /** One change of one agent, under its lock. */
    private interface Step {
        Uni<Agent> apply(SqlConnection transaction, Found found);
    }

    private Uni<Agent> changing(Change change, Action action, Step step) {
        return pool.withTransaction(transaction -> agents.lock(transaction, change.agent())
                        .map(found -> Allowed.check(found, change.caller(), action))
                        .invoke(found -> change.ifMatch().check(found.agent().version()))
                        .chain(found -> step.apply(transaction, found)))
                .invoke(announce::nudge);
    }
}
