package dev.nightshift.runner.journal;

import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.RunCompleted;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.runner.journal.Ending.Completed;
import dev.nightshift.runner.journal.Ending.Failed;
import java.time.Duration;
import java.time.Instant;

/** The last event of a run that a worker ends. */
final class RunEndings {
    private RunEndings() {}

    static RunEvent.Known event(LeasedRun run, Ending ending, RunTotals totals, long n, Instant now) {
        RunDue due = run.due();
        long took = Math.max(0, Duration.between(run.startedAt(), now).toMillis());
        return switch (ending) {
            case Completed end ->
                new RunCompleted(
                        due.runId(),
                        due.sessionId(),
                        due.agentId(),
                        n,
                        now,
                        end.reason(),
                        end.summary(),
                        end.output(),
                        totals,
                        run.startedAt(),
                        took);
            case Failed end ->
                new RunFailed(
                        due.runId(),
                        due.sessionId(),
                        due.agentId(),
                        n,
                        now,
                        end.reason(),
                        end.error(),
                        null,
                        end.output(),
                        totals,
                        run.startedAt(),
                        took);
        };
    }
}
