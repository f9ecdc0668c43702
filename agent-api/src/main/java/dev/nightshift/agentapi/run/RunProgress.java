package dev.nightshift.agentapi.run;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunEvent.MessageTaken;
import dev.nightshift.contracts.RunEvent.ModelAnswered;
import dev.nightshift.contracts.RunEvent.RunCancelled;
import dev.nightshift.contracts.RunEvent.RunCompleted;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.RunQueued;
import dev.nightshift.contracts.RunEvent.RunSkipped;
import dev.nightshift.contracts.RunEvent.RunStarted;
import dev.nightshift.contracts.RunEvent.ToolCompleted;
import dev.nightshift.contracts.RunEvent.ToolStarted;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.RunTotals;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come. {@code lastN} is the number of the last event that went in. A final status never changes; the
 * duration is in milliseconds, and {@code costUsd} is absent until a model with a price has answered.
 */
@Decision
public record RunProgress(
        RunStatus status,
        @Nullable EndReason endReason,
        @Nullable String error,
        @Nullable String summary,
        @Nullable String output,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long durationMs,
        RunTotals totals,
        @Nullable BigDecimal costUsd,
        int attempt,
        long lastN) {

    static final RunProgress PENDING =
            new RunProgress(RunStatus.PENDING, null, null, null, null, null, null, null, RunTotals.NONE, null, 0, 0);

    /** A due time that brought no run. */
    static RunProgress notDue(EndReason reason, Instant at) {
        return new RunProgress(RunStatus.SKIPPED, reason, null, null, null, null, at, null, RunTotals.NONE, null, 0, 0);
    }

    /** The progress after the next event of the run. */
    RunProgress after(Known event) {
        RunProgress next = status.isFinal() ? this : changedBy(event);
        return next.at(event.n());
    }

    private RunProgress changedBy(Known event) {
        return switch (event) {
            case RunQueued queued -> this;
            case MessageTaken taken -> this;
            case ToolStarted tool -> this;
            case RunStarted started -> running(started);
            case ModelAnswered model ->
                counting(0, 1, model.inputTokens(), model.outputTokens()).costing(model.costUsd());
            case ToolCompleted tool -> counting(tool.counted() ? 1 : 0, 0, 0, 0);
            case RunSkipped skipped ->
                ended(
                        RunStatus.SKIPPED,
                        skipped.at(),
                        new End(skipped.endReason(), skipped.error(), null, null, RunTotals.NONE, null, null));
            case RunCompleted done ->
                ended(
                        RunStatus.COMPLETED,
                        done.at(),
                        new End(
                                done.endReason(),
                                null,
                                done.summary(),
                                done.output(),
                                done.totals(),
                                done.startedAt(),
                                done.durationMs()));
            case RunFailed failed ->
                ended(
                        RunStatus.FAILED,
                        failed.at(),
                        new End(
                                failed.endReason(),
                                failed.error(),
                                failed.summary(),
                                failed.output(),
                                failed.totals(),
                                failed.startedAt(),
                                failed.durationMs()));
            case RunCancelled cancelled ->
                ended(
                        RunStatus.CANCELLED,
                        cancelled.at(),
                        new End(
                                cancelled.endReason(),
                                cancelled.error(),
                                null,
                                null,
                                cancelled.totals(),
                                cancelled.startedAt(),
                                cancelled.durationMs()));
        };
    }

    /** What a final event says. */
    private record End(
            EndReason reason,
            @Nullable String error,
            @Nullable String summary,
            @Nullable String output,
            RunTotals totals,
            @Nullable Instant startedAt,
            @Nullable Long durationMs) {}

    private RunProgress ended(RunStatus last, Instant at, End end) {
        return new RunProgress(
                last,
                end.reason(),
                end.error(),
                end.summary(),
                end.output(),
                end.startedAt() == null ? startedAt : end.startedAt(),
                at,
                end.durationMs(),
                end.totals(),
                costUsd,
                attempt,
                lastN);
    }

    private RunProgress running(RunStarted started) {
        return new RunProgress(
                RunStatus.RUNNING,
                null,
                null,
                null,
                null,
                started.startedAt(),
                null,
                null,
                totals,
                costUsd,
                started.attempt(),
                lastN);
    }

    private RunProgress counting(int tools, int models, long input, long output) {
        RunTotals more = new RunTotals(
                totals.toolCalls() + tools,
                totals.modelCalls() + models,
                totals.inputTokens() + input,
                totals.outputTokens() + output);
        return new RunProgress(
                status,
                endReason,
                error,
                summary,
                this.output,
                startedAt,
                finishedAt,
                durationMs,
                more,
                costUsd,
                attempt,
                lastN);
    }

    private RunProgress costing(@Nullable BigDecimal more) {
        if (more == null) {
            return this;
        }
        return new RunProgress(
                status,
                endReason,
                error,
                summary,
                output,
                startedAt,
                finishedAt,
                durationMs,
                totals,
                costUsd == null ? more : costUsd.add(more),
                attempt,
                lastN);
    }

    /** The same progress, with every event up to {@code n} seen. */
    RunProgress at(long n) {
        return new RunProgress(
                status,
                endReason,
                error,
                summary,
                output,
                startedAt,
                finishedAt,
                durationMs,
                totals,
                costUsd,
                attempt,
                n);
    }
}
