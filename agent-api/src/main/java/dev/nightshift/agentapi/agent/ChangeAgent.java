package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.emergency.EmergencyStop;
import dev.nightshift.agentapi.version.VersionChange;
import dev.nightshift.contracts.AgentState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes agents; what the other services must know is committed with the change. */
@ApplicationScoped
class ChangeAgent {
    private final LockedAgent locked;
    private final Agents agents;
    private final WriteAgents write;
    private final AskedSettings asked;
    private final EmergencyStop emergency;

    ChangeAgent(LockedAgent locked, Agents agents, WriteAgents write, AskedSettings asked, EmergencyStop emergency) {
        this.locked = locked;
        this.agents = agents;
        this.write = write;
        this.asked = asked;
        this.emergency = emergency;
    }

    /**
     * Writes the settings that a merge patch asks for. Other services are asked about it before the agent is locked;
     * then it is read again, over the agent as it stands under the lock.
     */
    Uni<Agent> patch(AgentChange change, JsonNode patch) {
        return agents.byId(change.agent())
                .map(found -> change.check(found, Action.CHANGE).agent())
                .chain(agent -> asked.check(change.person().member(), agent, patch))
                .chain(() -> settings(change, VersionChange.EDITED, agent -> asked.patched(agent, patch)));
    }

    /**
     * As {@link #patch}, for a document that is kept elsewhere: it may name the agent's type, which is what makes it
     * complete, as long as it names the right one.
     */
    Uni<Agent> apply(AgentChange change, JsonNode document) {
        return agents.byId(change.agent())
                .map(found -> change.check(found, Action.CHANGE).agent())
                .map(agent -> AskedSettings.withoutSameType(agent, document))
                .chain(patch -> patch(change, patch));
    }

    /** Writes what an earlier version said, if it would do today: its sources, tools and model are checked anew. */
    Uni<Agent> restore(AgentChange change, ObjectNode written) {
        return agents.byId(change.agent())
                .map(found -> change.check(found, Action.CHANGE).agent())
                .chain(agent -> asked.checkAll(change.person().member(), agent, written))
                .chain(() -> settings(change, VersionChange.RESTORED, agent -> asked.restored(agent, written)));
    }

    private Uni<Agent> settings(AgentChange change, VersionChange what, Function<Agent, AgentSettings> next) {
        return locked.changing(change, Action.CHANGE, (transaction, found) -> {
            Agent agent = found.agent();
            AgentSettings settings = next.apply(agent);
            return settings.equals(agent.settings())
                    ? Uni.createFrom().item(agent)
                    : save(transaction, change, agent, agent.with(settings, found.now()), what);
        });
    }

    /**
     * Makes it what {@code what} leads to: active, paused or stopped; nothing happens where it is so already. Another
     * note is taken even then, and no note says nothing about the one that is there.
     */
    Uni<Agent> to(AgentChange change, VersionChange what, @Nullable String note) {
        AgentState state = state(what);
        Action action = state == AgentState.STOPPED ? Action.STOP : Action.CHANGE;
        return locked.changing(
                transaction -> state == AgentState.ACTIVE
                        ? emergency.refuseWhileInForce(transaction)
                        : Uni.createFrom().voidItem(),
                change,
                action,
                (transaction, found) -> {
                    Agent agent = found.agent();
                    boolean same = agent.state() == state && (note == null || note.equals(agent.stateNote()));
                    return same
                            ? agents.isDecidedAnew(transaction, java.util.List.of(agent.id()))
                                    .replaceWith(agent)
                            : save(transaction, change, agent, agent.in(state, note, found.now()), what)
                                    .call(next -> locked.endWork(
                                            transaction,
                                            agent,
                                            next,
                                            change.person().author()));
                });
    }

    /** Deletes it and stops its work. */
    Uni<Void> delete(AgentChange change) {
        return locked.delete(change);
    }

    private Uni<Agent> save(
            SqlConnection transaction, AgentChange change, Agent before, Agent after, VersionChange what) {
        return write.write(
                        transaction,
                        AgentWritten.changed(before, after, what),
                        change.person().actor())
                .replaceWith(after);
    }

    private static AgentState state(VersionChange what) {
        return switch (what) {
            case STARTED, RESUMED -> AgentState.ACTIVE;
            case PAUSED -> AgentState.PAUSED;
            case STOPPED -> AgentState.STOPPED;
            case CREATED, EDITED, HANDED_OVER, RESTORED ->
                throw new IllegalArgumentException("leads to no state: " + what);
        };
    }
}
