package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes agents; what the other services must know is committed with the change. */
@ApplicationScoped
class ChangeAgent {
    private final Pool pool;
    private final Agents agents;
    private final AnnounceAgent announce;
    private final AgentWork work;
    private final AskedSettings asked;

    ChangeAgent(Pool pool, Agents agents, AnnounceAgent announce, AgentWork work, AskedSettings asked) {
        this.pool = pool;
        this.agents = agents;
        this.announce = announce;
        this.work = work;
        this.asked = asked;
    }

    /** Who changes which agent, and which version they have seen. */
    record Change(AgentId agent, MemberCaller caller, IfMatch ifMatch) {
        Author author() {
            return new Author(caller.memberId(), caller.name());
        }

        Found check(Optional<Found> found, Action action) {
            Found allowed = Allowed.check(found, caller, action);
            ifMatch.check(allowed.agent().version());
            return allowed;
        }
    }

    /**
     * Writes the settings that a merge patch asks for. Other services are asked about it before the agent is locked;
     * then it is read again, over the agent as it stands under the lock.
     */
    Uni<Agent> patch(Change change, JsonNode patch) {
        return agents.byId(change.agent())
                .map(found -> change.check(found, Action.CHANGE).agent())
                .chain(agent -> asked.check(change.caller(), agent, patch))
                .chain(() -> changing(change, Action.CHANGE, (transaction, found) -> {
                    Agent agent = found.agent();
                    AgentSettings settings = asked.patched(agent, patch);
                    return settings.equals(agent.settings())
                            ? Uni.createFrom().item(agent)
                            : save(transaction, agent.with(settings, found.now()));
                }));
    }

    /**
     * Makes it active, paused or stopped; nothing happens where it is so already. Another note is taken even then, and
     * no note says nothing about the one that is there.
     */
    Uni<Agent> to(Change change, AgentState state, @Nullable String note) {
        Action action = state == AgentState.STOPPED ? Action.STOP : Action.CHANGE;
        return changing(change, action, (transaction, found) -> {
            Agent agent = found.agent();
            Agent next = agent.in(state, note, found.now());
            if (agent.state() == state) {
                boolean sameNote = note == null || note.equals(agent.stateNote());
                return sameNote ? Uni.createFrom().item(agent) : save(transaction, next);
            }
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
                        .map(found -> change.check(found, action))
                        .chain(found -> step.apply(transaction, found)))
                .invoke(announce::nudge);
    }
}
