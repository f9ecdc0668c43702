package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.event.BackgroundEventLog;
import dev.nightshift.agentapi.event.EventHead;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.Topics;
import dev.nightshift.service.publish.CommittedRows;
import dev.nightshift.service.publish.PublishedRow;
import dev.nightshift.service.publish.PublishedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Writes what leaves this service, and sends it after the commit. */
@ApplicationScoped
class AnnounceAgent {
    private final CommittedRows rows;
    private final BackgroundEventLog events;
    private final EventHead head;
    private final Standings standings;

    AnnounceAgent(CommittedRows rows, BackgroundEventLog events, EventHead head, Standings standings) {
        this.rows = rows;
        this.events = events;
        this.head = head;
        this.standings = standings;
    }

    Uni<Void> changes(SqlConnection transaction, List<AgentWritten> changes) {
        return PublishedRows.insertAll(
                transaction,
                changes.stream()
                        .map(change -> record(
                                change.after(),
                                change.after().version(),
                                change.after().changed(change.endReason()),
                                change.after().updatedAt()))
                        .toList());
    }

    Uni<Void> deleted(SqlConnection transaction, Agent agent, Instant now) {
        return PublishedRows.insert(transaction, record(agent, agent.version() + 1, agent.deleted(now), now));
    }

    /** The public event of each; take every other lock before. */
    Uni<Void> statuses(SqlConnection transaction, List<Agent> agents) {
        if (agents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return standings
                .of(transaction, agents.stream().map(Agent::id).toList())
                .chain(found -> events.append(
                        transaction,
                        agents.stream()
                                .map(agent -> StatusEvents.of(
                                        agent.id() + ":" + agent.version(),
                                        agent,
                                        Objects.requireNonNull(found.get(agent.id())),
                                        agent.updatedAt()))
                                .toList()));
    }

    void nudge() {
        rows.nudge();
        head.nudge();
    }

    private static PublishedRow record(Agent agent, long version, AgentEvent event, Instant at) {
        String id = agent.id().toString();
        return PublishedRow.of(Topics.AGENTS, id, id + ":" + version, AgentEvent.CODEC, event, at);
    }
}
