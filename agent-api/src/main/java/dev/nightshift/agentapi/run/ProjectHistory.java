package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.agent.Standings;
import dev.nightshift.agentapi.event.BackgroundEventLog;
import dev.nightshift.agentapi.event.EventHead;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.service.publish.CommittedRows;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * One transaction of the projection: the touched agents are locked, what is known is read, the records are taken, and
 * everything that follows is written, public events last.
 */
@ApplicationScoped
class ProjectHistory {
    private final Pool pool;
    private final HistoryTables tables;
    private final BackgroundEventLog events;
    private final EventHead head;
    private final CommittedRows rows;

    ProjectHistory(Pool pool, HistoryTables tables, BackgroundEventLog events, EventHead head, CommittedRows rows) {
        this.pool = pool;
        this.tables = tables;
        this.events = events;
        this.head = head;
        this.rows = rows;
    }

    /** {@code records} hands the records of these agents and runs to the history, in order. */
    Uni<Void> project(Collection<AgentId> agents, Collection<RunId> runs, Consumer<History> records) {
        return pool.withTransaction(transaction -> tables.read(transaction, agents, runs)
                        .invoke(records)
                        .chain(history -> write(transaction, history)))
                .invoke(any -> {
                    if (any) {
                        rows.nudge();
                        head.nudge();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> write(SqlConnection transaction, History history) {
        return tables.write(transaction, history)
                .chain(() -> events.append(transaction, history.events()))
                .replaceWith(!history.events().isEmpty());
    }

    /** The tables that a projection reads and writes. */
    @ApplicationScoped
    static class HistoryTables {
        private final Agents agents;
        private final Standings standings;
        private final Runs runs;
        private final EarlyEvents early;
        private final List<RunWatcher> watchers;

        HistoryTables(
                Agents agents, Standings standings, Runs runs, EarlyEvents early, @All List<RunWatcher> watchers) {
            this.agents = agents;
            this.standings = standings;
            this.runs = runs;
            this.early = early;
            this.watchers = watchers;
        }

        Uni<History> read(SqlConnection transaction, Collection<AgentId> agentIds, Collection<RunId> runIds) {
            return standings
                    .lock(transaction, agentIds)
                    .chain(locked -> agents.byIds(transaction, agentIds)
                            .chain(known ->
                                    runs.byIds(transaction, runIds).map(stored -> new History(known, locked, stored))))
                    .call(history ->
                            early.of(transaction, runIds).invoke(events -> events.forEach(history::wasParked)));
        }

        Uni<Void> write(SqlConnection transaction, History history) {
            return runs.save(transaction, history.changedRuns())
                    .chain(() -> standings.save(transaction, history.changedStandings()))
                    .chain(() -> early.add(transaction, history.parked()))
                    .chain(() -> early.remove(transaction, history.unparked()))
                    .chain(() -> tell(transaction, history.changes()));
        }

        private Uni<Void> tell(SqlConnection transaction, List<RunChange> changes) {
            Uni<Void> told = Uni.createFrom().voidItem();
            for (RunWatcher watcher : changes.isEmpty() ? List.<RunWatcher>of() : watchers) {
                told = told.chain(() -> watcher.changed(transaction, changes));
            }
            return told;
        }
    }
}
