package dev.nightshift.runner.journal;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.RunCancelled;
import dev.nightshift.contracts.RunEvent.ToolCompleted;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run from outside its worker, in one transaction: whichever commit is first wins. The fence rises, so that a
 * worker which still holds the run can write nothing after it.
 */
public final class CancelRun {
    private static final String LOCK = "select * from runs where run_id = $1 for update";

    private static final String RUNNING_STEPS =
            "select * from steps where run_id = $1 and status = 'running' order by n";

    private static final String CANCEL = """
            update runs set status = 'cancelled', end_reason = $2, error = $3, n = $4, finished_at = $5, tool_calls = $6,
                fence = fence + 1, holder = null, lease_until = null
            where run_id = $1""";

    private CancelRun() {}

    /** What became of the attempt. */
    public enum Outcome {
        CANCELLED,
        ALREADY_FINAL,
        UNKNOWN_RUN
    }

    /** {@code sentence} says who ended the run, or what did. */
    public static Uni<Outcome> now(SqlConnection tx, RunId run, String sentence, Instant at) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(run.value())).chain(found -> {
            if (found.size() == 0) {
                return Uni.createFrom().item(Outcome.UNKNOWN_RUN);
            }
            Row row = found.iterator().next();
            return RunStatus.of(row.getString("status")).isFinal()
                    ? Uni.createFrom().item(Outcome.ALREADY_FINAL)
                    : cancel(tx, row, sentence, at);
        });
    }

    private static Uni<Outcome> cancel(SqlConnection tx, Row row, String sentence, Instant at) {
        RunId run = new RunId(row.getUUID("run_id"));
        return tx.preparedQuery(RUNNING_STEPS)
                .execute(Tuple.of(run.value()))
                .map(rows -> rows.stream().map(StepRows::toolStep).toList())
                .chain(running -> write(tx, row, running, sentence, at));
    }

    private static Uni<Outcome> write(SqlConnection tx, Row row, List<ToolStep> running, String sentence, Instant at) {
        RunId run = new RunId(row.getUUID("run_id"));
        List<JournaledStep> ended = running.stream()
                .<JournaledStep>map(step -> step.ended(StepStatus.INTERRUPTED, sentence, at, true))
                .toList();
        List<RunEvent.Known> events = new ArrayList<>();
        long n = row.getLong("n");
        for (JournaledStep step : ended) {
            events.add(interrupted(row, (ToolStep) step, ++n, at));
        }
        events.add(cancelled(row, sentence, ++n, ended.size(), at));
        return tx.preparedQuery(CANCEL)
                .execute(Tuple.of(
                        run.value(),
                        EndReason.STOPPED.wire(),
                        sentence,
                        n,
                        at.atOffset(ZoneOffset.UTC),
                        row.getInteger("tool_calls") + ended.size()))
                .chain(() -> StepRows.upsert(tx, run, ended))
                .chain(() -> RunEventRows.insert(tx, events))
                .replaceWith(Outcome.CANCELLED);
    }

    private static ToolCompleted interrupted(Row row, ToolStep step, long n, Instant at) {
        return new ToolCompleted(
                new RunId(row.getUUID("run_id")),
                new SessionId(row.getUUID("session_id")),
                new AgentId(row.getUUID("agent_id")),
                n,
                at,
                step.stepId(),
                step.n(),
                step.tool(),
                step.arguments(),
                step.status(),
                step.result(),
                step.startedAt(),
                step.durationMs(),
                step.counted());
    }

    private static RunCancelled cancelled(Row row, String sentence, long n, int interruptedCalls, Instant at) {
        @Nullable Instant startedAt = instant(row.getOffsetDateTime("started_at"));
        return new RunCancelled(
                new RunId(row.getUUID("run_id")),
                new SessionId(row.getUUID("session_id")),
                new AgentId(row.getUUID("agent_id")),
                n,
                at,
                EndReason.STOPPED,
                sentence,
                new RunTotals(
                        row.getInteger("tool_calls") + interruptedCalls,
                        row.getInteger("model_calls"),
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens")),
                startedAt,
                startedAt == null
                        ? null
                        : Math.max(0, Duration.between(startedAt, at).toMillis()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
