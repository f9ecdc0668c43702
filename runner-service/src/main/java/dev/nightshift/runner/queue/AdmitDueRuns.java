package dev.nightshift.runner.queue;

import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.RunId;
import dev.nightshift.service.models.ModelSettings;
import dev.nightshift.service.publish.CommittedRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Admits due runs: stored, judged and announced in one transaction under the locks of their agents. */
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
    private final ClaimNudge claims;
    private final AdmitRun rules;

    AdmitDueRuns(Pool pool, CommittedRows rows, ClaimNudge claims, ModelSettings models) {
        this.pool = pool;
        this.rows = rows;
        this.claims = claims;
        this.rules = new AdmitRun(models.models().keySet());
    }

    /** In the order given. Completes after the commit. */
    Uni<Void> admit(List<RunDue> dues) {
        if (dues.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.withTransaction(tx -> AgentLock.takeAll(
                                tx, dues.stream().map(RunDue::agentId).toList())
                        .chain(() -> inOrder(tx, dues)))
                .invoke(() -> {
                    rows.nudge();
                    claims.nudge();
                });
    }

    private Uni<Void> inOrder(SqlConnection tx, List<RunDue> dues) {
        return Multi.createFrom()
                .iterable(dues)
                .onItem()
                .transformToUniAndConcatenate(due -> admitOne(tx, due).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> admitOne(SqlConnection tx, RunDue due) {
        return tx.preparedQuery(FACTS)
                .execute(Tuple.of(due.runId().value(), due.agentId().value()))
                .map(found -> found.iterator().next())
                .chain(row -> AdmittedRun.write(
                        tx,
                        due,
                        rules.decide(due, facts(row)),
                        row.getOffsetDateTime("now").toInstant()));
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
