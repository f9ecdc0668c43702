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

    Uni<Void> agent(SqlConnection transaction, Agent agent, AgentEvent event, Instant at) {
        long version = event instanceof AgentEvent.AgentDeleted deleted ? deleted.version() : agent.version();
        String id = agent.id().toString();
        return PublishedRows.insert(
                transaction, PublishedRow.of(Topics.AGENTS, id, id + ":" + version, AgentEvent.CODEC, event, at));
    }

    Uni<Void> status(SqlConnection transaction, Agent agent, Instant at) {
        return standings
                .of(transaction, List.of(agent.id()))
                .chain(found -> events.append(
                        transaction,
                        List.of(StatusEvents.of(
                                agent.id() + ":" + agent.version(),
                                agent,
                                Objects.requireNonNull(found.get(agent.id())),
                                at))));
    }

    void nudge() {
        rows.nudge();
        head.nudge();
    }
}
