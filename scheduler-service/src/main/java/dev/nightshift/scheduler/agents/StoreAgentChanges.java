package dev.nightshift.scheduler.agents;

import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentEvent.UnknownAgentEvent;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.scheduler.due.DecisionTable;
import dev.nightshift.scheduler.due.ScheduleTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores agent records that are newer than what is known, with what they do to due times, in one transaction. */
@ApplicationScoped
class StoreAgentChanges {
    private final Pool pool;
    private final ScheduleTable schedules;
    private final DecisionTable decisions;

    StoreAgentChanges(Pool pool, ScheduleTable schedules, DecisionTable decisions) {
        this.pool = pool;
        this.schedules = schedules;
        this.decisions = decisions;
    }

    /** Fails with {@link IllegalArgumentException} when a record can never be stored. */
    Uni<Void> store(List<AgentEvent> events) {
        return pool.withTransaction(transaction -> store(transaction, events));
    }

    private Uni<Void> store(SqlConnection transaction, List<AgentEvent> events) {
        List<AgentId> ids =
                events.stream().map(StoreAgentChanges::agentId).distinct().toList();
        return schedules
                .lock(transaction, ids)
                .chain(stored -> schedules
                        .now(transaction)
                        .map(now -> Changes.of(stored, events, now))
                        .chain(changes -> write(transaction, changes)));
    }

    private Uni<Void> write(SqlConnection transaction, Changes changes) {
        return decisions
                .insert(transaction, changes.verdicts())
                .chain(() -> schedules.replace(transaction, changes.replaced()))
                .chain(() -> schedules.forget(transaction, changes.deleted()));
    }

    private static AgentId agentId(AgentEvent event) {
        return switch (event) {
            case AgentChanged changed -> changed.agentId();
            case AgentDeleted deleted -> deleted.agentId();
            case UnknownAgentEvent unknown -> throw new IllegalArgumentException("unknown type: " + unknown.type());
        };
    }
}
