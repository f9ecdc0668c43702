package dev.nightshift.runner.journal;

import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunTotals;
import java.time.Instant;

/**
 * A run that this node holds. {@code fence} rises with every claim: writes under a lower one are refused.
 * {@code attempt} counts claims from 1, {@code startedAt} is that of the first, {@code n} the number of the last event.
 */
public record LeasedRun(RunDue due, long fence, int attempt, Instant startedAt, long n, RunTotals totals) {
    public RunId id() {
        return due.runId();
    }
}
