package dev.nightshift.scheduler.due;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.service.publish.CommittedRows;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Takes due agents that no other node has taken, decides their due times and moves them on, all in one transaction:
 * after a crash either everything stands or nothing, and any number of nodes may race.
 */
@ApplicationScoped
class ClaimDueSchedules {
    /** So many agents in one transaction. */
    static final int BATCH = 200;

    /** What a claim did and what comes next. */
    record Claimed(int agents, Upcoming upcoming) {}

    private record Batch(List<Standing> standings, List<Verdict> verdicts, List<AgentId> notUnderstood) {}

    private final Pool pool;
    private final ScheduleTable schedules;
    private final DecisionTable decisions;
    private final CommittedRows committed;

    ClaimDueSchedules(Pool pool, ScheduleTable schedules, DecisionTable decisions, CommittedRows committed) {
        this.pool = pool;
        this.schedules = schedules;
        this.decisions = decisions;
        this.committed = committed;
    }

    Uni<Claimed> claim() {
        return pool.withTransaction(this::claim).invoke(claimed -> {
            if (claimed.agents() > 0) {
                committed.nudge();
            }
        });
    }

    private Uni<Claimed> claim(SqlConnection transaction) {
        return schedules
                .claim(transaction, BATCH)
                .call(agents -> agents.isEmpty() ? Uni.createFrom().voidItem() : decide(transaction, agents))
                .chain(agents -> schedules.upcoming(transaction).map(upcoming -> new Claimed(agents.size(), upcoming)));
    }

    private Uni<Void> decide(SqlConnection transaction, List<StoredAgent> agents) {
        return schedules
                .now(transaction)
                .chain(now -> Uni.createFrom()
                        .item(() -> decide(agents, now))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .chain(batch -> decisions
                        .insert(transaction, batch.verdicts())
                        .chain(() -> schedules.advance(transaction, batch.standings()))
                        .chain(() -> schedules.postpone(transaction, batch.notUnderstood())));
    }

    private static Batch decide(List<StoredAgent> agents, Instant now) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (StoredAgent agent : agents) {
            agent.standing()
                    .ifPresentOrElse(
                            standing -> decide(standing, now, batch),
                            () -> batch.notUnderstood().add(agent.agentId()));
        }
        return batch;
    }

    private static void decide(Standing standing, Instant now, Batch batch) {
        Instant first = Objects.requireNonNull(standing.nextDueAt(), "claimed, so due");
        Decided decided = DecideDueTimes.decide(standing.times(), first, now);
        batch.standings().add(standing.after(decided));
        for (Outcome outcome : decided.outcomes()) {
            batch.verdicts().add(new Verdict(standing.agent().definition(), outcome, decided.nextDueAt(), now));
        }
    }
}
