package dev.nightshift.runner.journal;

import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.runner.journal.Ending.Completed;
import dev.nightshift.runner.journal.Ending.Failed;
import dev.nightshift.runner.waiting.Backoff;
import dev.nightshift.runner.waiting.CalledOff;
import dev.nightshift.service.problem.Outage;
import dev.nightshift.service.publish.CommittedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries of the journal: the run's row, its steps and its events in one transaction, and only while the fence
 * is still the writer's.
 */
@ApplicationScoped
class JournalWrites {
    private static final Logger LOG = Logger.getLogger(JournalWrites.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String ADVANCE = """
            update runs set n = $4, tool_calls = $5, model_calls = $6, input_tokens = $7, output_tokens = $8
            where run_id = $1 and fence = $2 and n = $3 and status = 'running'""";

    private static final String END = """
            update runs set n = $4, tool_calls = $5, model_calls = $6, input_tokens = $7, output_tokens = $8,
                status = $9, end_reason = $10, error = $11, summary = $12, output = $13, finished_at = $14,
                holder = null, lease_until = null
            where run_id = $1 and fence = $2 and n = $3 and status = 'running'""";

    private static final String WAS_WRITTEN = "select 1 from runs where run_id = $1 and fence = $2 and n = $3";

    private final Pool pool;
    private final CommittedRows rows;

    JournalWrites(Pool pool, CommittedRows rows) {
        this.pool = pool;
        this.rows = rows;
    }

    /** The end that an entry brings. */
    record End(Ending ending, Instant at) {}

    /** What is written at once: events {@code from + 1} to {@code to} and the steps they speak of. */
    record Entry(
            LeasedRun run,
            long from,
            long to,
            RunTotals totals,
            List<JournaledStep> steps,
            List<RunEvent.Known> events,
            @Nullable End end) {
        Entry {
            steps = List.copyOf(steps);
            events = List.copyOf(events);
        }
    }

    /**
     * Returns once the entry is durable, however long the database is away. A commit whose answer was lost is
     * recognised by the run's event number. Throws {@link CalledOff} if the run is no longer the writer's.
     */
    void write(Entry entry) {
        Backoff backoff = Backoff.forServices();
        while (true) {
            try {
                if (!pool.withTransaction(tx -> inTransaction(tx, entry))
                        .await()
                        .atMost(PATIENCE)) {
                    throw new CalledOff("the run is no longer this worker's");
                }
                rows.nudge();
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw CalledOff.interrupted();
                }
                if (!isPassing(e)) {
                    throw e;
                }
                LOG.warnf("journal waits for the database runId=%s reason=%s", entry.run.id(), e.getMessage());
                backoff.pause();
            }
        }
    }

    private Uni<Boolean> inTransaction(SqlConnection tx, Entry entry) {
        return tx.preparedQuery(entry.end == null ? ADVANCE : END)
                .execute(values(entry))
                .chain(updated -> updated.rowCount() == 1
                        ? StepRows.upsert(tx, entry.run.id(), entry.steps)
                                .chain(() -> RunEventRows.insert(tx, entry.events))
                                .replaceWith(true)
                        : wasWritten(tx, entry));
    }

    private static Uni<Boolean> wasWritten(SqlConnection tx, Entry entry) {
        return tx.preparedQuery(WAS_WRITTEN)
                .execute(Tuple.of(entry.run.id().value(), entry.run.fence(), entry.to))
                .map(found -> found.size() == 1);
    }

    private static Tuple values(Entry entry) {
        RunTotals totals = entry.totals;
        Tuple tuple = Tuple.tuple(Arrays.asList(
                entry.run.id().value(),
                entry.run.fence(),
                entry.from,
                entry.to,
                totals.toolCalls(),
                totals.modelCalls(),
                totals.inputTokens(),
                totals.outputTokens()));
        return entry.end == null ? tuple : withEnd(tuple, entry.end);
    }

    private static Tuple withEnd(Tuple tuple, End end) {
        switch (end.ending) {
            case Completed completed ->
                tuple.addString(RunStatus.COMPLETED.wire())
                        .addString(completed.reason().wire())
                        .addString(null)
                        .addString(completed.summary())
                        .addString(completed.output());
            case Failed failed ->
                tuple.addString(RunStatus.FAILED.wire())
                        .addString(failed.reason().wire())
                        .addString(failed.error())
                        .addString(null)
                        .addString(failed.output());
        }
        return tuple.addValue(end.at.atOffset(ZoneOffset.UTC));
    }

    private static boolean isPassing(RuntimeException e) {
        return Outage.is(e) || e instanceof io.smallrye.mutiny.TimeoutException;
    }
}
