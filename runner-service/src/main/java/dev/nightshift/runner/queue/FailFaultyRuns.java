package dev.nightshift.runner.queue;

import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.runner.journal.RunEventRows;
import dev.nightshift.runner.text.BoundedText;
import dev.nightshift.service.publish.CommittedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** Ends runs whose due record can never be admitted, so that their status does not lie. */
@ApplicationScoped
class FailFaultyRuns {
    private static final int LONGEST_SENTENCE = 500;

    private static final String INSERT = """
            insert into runs (run_id, session_id, agent_id, chat, status, admitted_at, n, finished_at, end_reason, error)
            values ($1, $2, $3, false, 'failed', $4, 1, $4, $5, $6) on conflict (run_id) do nothing""";

    private static final String END = """
            update runs set status = 'failed', finished_at = $2, end_reason = $3, error = $4, holder = null,
                lease_until = null
            where run_id = $1""";

    private final Pool pool;
    private final CommittedRows rows;
    private final InstantSource clock;

    FailFaultyRuns(Pool pool, CommittedRows rows, InstantSource clock) {
        this.pool = pool;
        this.rows = rows;
        this.clock = clock;
    }

    /** Idempotent: a run that is known already stays as it is. */
    Uni<Void> fail(DueRunFault fault) {
        return pool.withTransaction(tx -> insert(tx, fault)).invoke(rows::nudge);
    }

    private Uni<Void> insert(SqlConnection tx, DueRunFault fault) {
        RunFailed failed = event(fault, 1, RunTotals.NONE);
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(
                        fault.runId().value(),
                        fault.sessionId().value(),
                        fault.agentId().value(),
                        failed.at().atOffset(ZoneOffset.UTC),
                        EndReason.INVALID.wire(),
                        failed.error()))
                .chain(inserted -> inserted.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : RunEventRows.insert(tx, List.of(failed)));
    }

    /** Ends a run that was just claimed, as its event {@code n}: what was stored of it cannot be read any more. */
    Uni<Void> failClaimed(SqlConnection tx, DueRunFault fault, long n, RunTotals totals) {
        RunFailed failed = event(fault, n, totals);
        return tx.preparedQuery(END)
                .execute(Tuple.of(
                        fault.runId().value(),
                        failed.at().atOffset(ZoneOffset.UTC),
                        EndReason.INVALID.wire(),
                        failed.error()))
                .chain(() -> RunEventRows.insert(tx, List.of(failed)));
    }

    private RunFailed event(DueRunFault fault, long n, RunTotals totals) {
        return new RunFailed(
                fault.runId(),
                fault.sessionId(),
                fault.agentId(),
                n,
                clock.instant(),
                EndReason.INVALID,
                BoundedText.line(LONGEST_SENTENCE, BoundedText.clean(fault.sentence())),
                null,
                null,
                totals,
                null,
                null);
    }
}
