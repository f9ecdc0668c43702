package dev.nightshift.runner.queue;

import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.RunId;
import dev.nightshift.runner.journal.LeasedRun;
import dev.nightshift.service.models.ModelSettings;
import dev.nightshift.service.publish.CommittedRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Admits due runs: stored, judged, announced and begun in one transaction under the locks of their agents. */
@ApplicationScoped
class AdmitDueRuns {
    private static final String FACTS = """
            select clock_timestamp() as now,
                exists (select 1 from runs where run_id = $1) as known,
                (select run_id from runs where agent_id = $2 and not chat and status in ('pending', 'running')
                    order by position limit 1) as open,
                (select sentence from early_stops where run_id = $1) as stop,
                a.held, a.held_at
            from (select 1) one left join agents a on a.agent_id = $2""";

    private final Pool pool;
    private final CommittedRows rows;
    private final ClaimRuns claims;
    private final Workers workers;
    private final AdmitRun rules;

    AdmitDueRuns(Pool pool, CommittedRows rows, ClaimRuns claims, Workers workers, ModelSettings models) {
        this.pool = pool;
        this.rows = rows;
        this.claims = claims;
        this.workers = workers;
        this.rules = new AdmitRun(models.models().keySet());
    }

    /** In the order given; a free slot is taken in the same transaction. Completes after the commit. */
    Uni<Void> admit(List<RunDue> dues) {
        if (dues.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.withTransaction(tx -> AgentLock.takeAll(
                                tx, dues.stream().map(RunDue::agentId).toList())
                        .chain(() -> inOrder(tx, dues))
                        .chain(queued -> queued && workers.areOpen()
                                ? claims.claim(tx, workers.node())
                                : Uni.createFrom().item(List.<LeasedRun>of())))
                .invoke(claimed -> {
                    claimed.forEach(workers::start);
                    rows.nudge();
                })
                .replaceWithVoid();
    }

    /** Whether any of them waits for a worker now. */
    private Uni<Boolean> inOrder(SqlConnection tx, List<RunDue> dues) {
        return Multi.createFrom()
                .iterable(dues)
                .onItem()
                .transformToUniAndConcatenate(due -> admitOne(tx, due))
                .collect()
                .with(Collectors.reducing(false, Boolean::logicalOr));
    }

    private Uni<Boolean> admitOne(SqlConnection tx, RunDue due) {
        return tx.preparedQuery(FACTS)
                .execute(Tuple.of(due.runId().value(), due.agentId().value()))
                .map(found -> found.iterator().next())
                .chain(row -> {
                    Admission admission = rules.decide(due, facts(row));
                    Instant now = row.getOffsetDateTime("now").toInstant();
                    return AdmittedRun.write(tx, due, admission, now).replaceWith(admission instanceof Admission.Queue);
                });
    }

    private static AdmitRun.Facts facts(Row row) {
        UUID open = row.getUUID("open");
        String held = row.getString("held");
        OffsetDateTime heldAt = row.getOffsetDateTime("held_at");
        return new AdmitRun.Facts(
                row.getBoolean("known"),
                open == null ? null : new RunId(open),
                held == null || heldAt == null ? null : new AgentHold(AgentState.of(held), heldAt.toInstant()),
                row.getString("stop"));
    }
}
