package dev.nightshift.runner.journal;

import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.ModelAnswered;
import dev.nightshift.contracts.RunEvent.ToolCompleted;
import dev.nightshift.contracts.RunEvent.ToolStarted;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.runner.journal.Ending.Failed;
import dev.nightshift.runner.journal.JournaledStep.ModelStep;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import dev.nightshift.runner.waiting.CalledOff;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one run has done, in the hands of the one worker that holds its lease. Entries are seen here at once and become
 * durable with {@link #commit}: several of them may share one commit, as long as nothing outside happens between them.
 * Not for more than one thread.
 */
public final class RunJournal {
    private final LeasedRun run;
    private final JournalWrites writes;
    private final InstantSource clock;
    private final List<JournaledStep> steps;
    private final List<JournaledStep> changed = new ArrayList<>();
    private final List<RunEvent.Known> events = new ArrayList<>();
    private RunTotals totals;
    private long committedN;

    RunJournal(LeasedRun run, List<JournaledStep> steps, JournalWrites writes, InstantSource clock) {
        this.run = run;
        this.steps = new ArrayList<>(steps);
        this.writes = writes;
        this.clock = clock;
        this.totals = run.totals();
        this.committedN = run.n();
    }

    /** Every step so far, oldest first; one whose outcome is unknown can only be the last. */
    public List<JournaledStep> steps() {
        return Collections.unmodifiableList(steps);
    }

    public RunTotals totals() {
        return totals;
    }

    /** What one answer of a model used; absent {@code costUsd}: the model has no price. */
    public record Used(
            long inputTokens, long outputTokens, @Nullable BigDecimal costUsd) {}

    /** The answer of a model, whose tool calls are thereby intended. */
    public void answered(String model, String text, List<ToolCall> calls, Used used, Instant startedAt) {
        Instant now = clock.instant();
        long took = Math.max(0, now.toEpochMilli() - startedAt.toEpochMilli());
        int n = steps.size() + 1;
        ModelStep step =
                new ModelStep(stepId(n), n, model, text, calls, used.inputTokens, used.outputTokens, startedAt, took);
        append(step);
        totals = new RunTotals(
                totals.toolCalls(),
                totals.modelCalls() + 1,
                totals.inputTokens() + used.inputTokens,
                totals.outputTokens() + used.outputTokens);
        events.add(new ModelAnswered(
                run.id(),
                run.due().sessionId(),
                run.due().agentId(),
                nextN(),
                now,
                step.stepId(),
                n,
                model,
                text,
                step.toolCalls(),
                used.inputTokens,
                used.outputTokens,
                startedAt,
                took,
                used.costUsd));
    }

    /** A tool step that is about to begin; {@code announce} gives it an event of its own before it acts. */
    public ToolStep begin(ToolCall call, boolean announce) {
        int n = steps.size() + 1;
        ToolStep step = ToolStep.started(stepId(n), n, call, clock.instant());
        if (announce) {
            append(step);
            events.add(new ToolStarted(
                    run.id(),
                    run.due().sessionId(),
                    run.due().agentId(),
                    nextN(),
                    step.startedAt(),
                    step.stepId(),
                    n,
                    step.tool(),
                    step.arguments()));
        }
        return step;
    }

    /** The outcome of a step that {@link #begin} made, in this attempt or an earlier one. */
    public void completed(ToolStep step, StepStatus status, String result, boolean counted) {
        Instant now = clock.instant();
        ToolStep ended = step.ended(status, result, now, counted);
        append(ended);
        if (counted) {
            totals = new RunTotals(
                    totals.toolCalls() + 1, totals.modelCalls(), totals.inputTokens(), totals.outputTokens());
        }
        events.add(new ToolCompleted(
                run.id(),
                run.due().sessionId(),
                run.due().agentId(),
                nextN(),
                now,
                ended.stepId(),
                ended.n(),
                ended.tool(),
                ended.arguments(),
                status,
                result,
                ended.startedAt(),
                ended.durationMs(),
                counted));
    }

    /** A tool call that does not happen; {@code why} is what the model is told. */
    public void refused(ToolCall call, String why) {
        completed(begin(call, false), StepStatus.REFUSED, why, false);
    }

    /**
     * Makes all entries durable in one transaction; waits while the database is away. Throws {@link CalledOff} if the
     * run is no longer this worker's.
     */
    public void commit() {
        if (!events.isEmpty()) {
            write(null);
        }
    }

    /** Commits what is open together with the end of the run, which no step outlives. */
    public void end(Ending ending) {
        if (ending instanceof Failed failed
                && !steps.isEmpty()
                && steps.getLast() instanceof ToolStep step
                && step.isRunning()) {
            completed(step, StepStatus.INTERRUPTED, failed.error(), true);
        }
        Instant now = clock.instant();
        events.add(RunEndings.event(run, ending, totals, nextN(), now));
        write(new JournalWrites.End(ending, now));
    }

    private void write(JournalWrites.@Nullable End end) {
        writes.write(new JournalWrites.Entry(run, committedN, nextN() - 1, totals, changed, events, end));
        committedN += events.size();
        events.clear();
        changed.clear();
    }

    private void append(JournaledStep step) {
        if (step.n() <= steps.size()) {
            steps.set(step.n() - 1, step);
            changed.removeIf(earlier -> earlier.n() == step.n());
        } else {
            steps.add(step);
        }
        changed.add(step);
    }

    private long nextN() {
        return committedN + events.size() + 1;
    }

    /** The key of a step: the same in every attempt, so that what it did outside is recognised. */
    private UUID stepId(int n) {
        return Uuids.v5(run.id().value(), "step:" + n);
    }
}
