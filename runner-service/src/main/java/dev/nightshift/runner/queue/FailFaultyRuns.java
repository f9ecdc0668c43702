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
import java.time.Instant;
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

    private final Pool pool;
    private final CommittedRows rows;
    private final InstantSource clock;

    FailFaultyRuns(Pool pool, CommittedRows rows, InstantSource clock) {
        this.pool = pool;
        this.rows = rows;
        this.clock = clock;
    }

    /** Idempotent: a run that is known already stays as it is. */
    Uni<Void> fail(List<DueRunFault> faults) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (DueRunFault fault : faults) {
            all = all.chain(() -> pool.withTransaction(tx -> fail(tx, fault)));
        }
        return all.invoke(rows::nudge);
    }

    private Uni<Void> fail(SqlConnection tx, DueRunFault fault) {
        Instant now = clock.instant();
        String sentence = BoundedText.line(LONGEST_SENTENCE, BoundedText.clean(fault.sentence()));
        RunFailed failed = new RunFailed(
                fault.runId(),
                fault.sessionId(),
                fault.agentId(),
                1,
                now,
                EndReason.INVALID,
                sentence,
                null,
                null,
                RunTotals.NONE,
                null,
                null);
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(
                        fault.runId().value(),
                        fault.sessionId().value(),
                        fault.agentId().value(),
                        now.atOffset(ZoneOffset.UTC),
                        EndReason.INVALID.wire(),
                        sentence))
                .chain(inserted -> inserted.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : RunEventRows.insert(tx, List.of(failed)));
    }
}
