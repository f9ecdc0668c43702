package dev.nightshift.runner.journal;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.RunCancelled;
import dev.nightshift.contracts.RunEvent.RunFailed;
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
public final class EndRun {
    private static final String LOCK = "select * from runs where run_id = $1 for update";

    private static final String RUNNING_STEPS =
            "select * from steps where run_id = $1 and status = 'running' order by n";

    private static final String END = """
            update runs set status = $7, end_reason = $2, error = $3, n = $4, finished_at = $5, tool_calls = $6,
                fence = fence + 1, holder = null, lease_until = null
            where run_id = $1""";

    private EndRun() {}

    /** Why a run ends; {@code sentence} says who ended it, or what did. */
    public record Why(EndReason reason, String sentence) {
        public Why {
            if (reason != EndReason.STOPPED && reason != EndReason.ACCESS_LOST) {
                throw new IllegalArgumentException("nobody ends a run from outside because of " + reason);
            }
        }

        public static Why stopped(String sentence) {
            return new Why(EndReason.STOPPED, sentence);
        }

        /** Who stops a run cancels it; one that lost its access has failed. */
        RunStatus status() {
            return reason == EndReason.STOPPED ? RunStatus.CANCELLED : RunStatus.FAILED;
        }
    }

    /** What became of the attempt. */
    public enum Outcome {
        ENDED,
        ALREADY_FINAL,
        UNKNOWN_RUN
    }

    public static Uni<Outcome> now(SqlConnection tx, RunId run, Why why, Instant at) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(run.value())).chain(found -> {
            if (found.size() == 0) {
                return Uni.createFrom().item(Outcome.UNKNOWN_RUN);
            }
            Row row = found.iterator().next();
            return RunStatus.of(row.getString("status")).isFinal()
                    ? Uni.createFrom().item(Outcome.ALREADY_FINAL)
                    : end(tx, row, why, at);
        });
    }

    private static Uni<Outcome> end(SqlConnection tx, Row row, Why why, Instant at) {
        RunId run = new RunId(row.getUUID("run_id"));
        return tx.preparedQuery(RUNNING_STEPS)
                .execute(Tuple.of(run.value()))
                .map(rows -> rows.stream().map(StepRows::toolStep).toList())
                .chain(running -> write(tx, row, running, why, at));
    }

    private static Uni<Outcome> write(SqlConnection tx, Row row, List<ToolStep> running, Why why, Instant at) {
        RunId run = new RunId(row.getUUID("run_id"));
        List<JournaledStep> ended = running.stream()
                .<JournaledStep>map(step -> step.ended(StepStatus.INTERRUPTED, why.sentence(), at, true))
                .toList();
        List<RunEvent.Known> events = new ArrayList<>();
        long n = row.getLong("n");
        for (JournaledStep step : ended) {
            events.add(interrupted(row, (ToolStep) step, ++n, at));
        }
        events.add(event(row, why, ++n, ended.size(), at));
        return tx.preparedQuery(END)
                .execute(Tuple.of(
                                run.value(),
                                why.reason().wire(),
                                why.sentence(),
                                n,
                                at.atOffset(ZoneOffset.UTC),
                                row.getInteger("tool_calls") + ended.size())
                        .addString(why.status().wire()))
                .chain(() -> StepRows.upsert(tx, run, ended))
                .chain(() -> RunEventRows.insert(tx, events))
                .replaceWith(Outcome.ENDED);
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

    private static RunEvent.Known event(Row row, Why why, long n, int interruptedCalls, Instant at) {
        RunId run = new RunId(row.getUUID("run_id"));
        SessionId session = new SessionId(row.getUUID("session_id"));
        AgentId agent = new AgentId(row.getUUID("agent_id"));
        RunTotals totals = totals(row, interruptedCalls);
        @Nullable Instant startedAt = instant(row.getOffsetDateTime("started_at"));
        @Nullable Long took = startedAt == null
                ? null
                : Long.valueOf(Math.max(0, Duration.between(startedAt, at).toMillis()));
        return why.status() == RunStatus.CANCELLED
                ? new RunCancelled(run, session, agent, n, at, why.reason(), why.sentence(), totals, startedAt, took)
                : new RunFailed(
                        run, session, agent, n, at, why.reason(), why.sentence(), null, null, totals, startedAt, took);
    }

    private static RunTotals totals(Row row, int interruptedCalls) {
        return new RunTotals(
                row.getInteger("tool_calls") + interruptedCalls,
                row.getInteger("model_calls"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
