package dev.nightshift.runner.loop;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunTotals;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Whether a run may make another call: asked before each one. */
@Decision
final class LimitCheck {
    private LimitCheck() {}

    /** The limit that forbids the call, with a sentence for people. */
    record Reached(EndReason reason, String sentence) {}

    static Optional<Reached> beforeModelCall(Limits limits, Usage used) {
        RunTotals totals = used.totals();
        long tokens = totals.inputTokens() + totals.outputTokens();
        if (totals.modelCalls() >= limits.requests()) {
            return reached(
                    EndReason.REQUEST_LIMIT, "The limit of %d requests to the model is reached.", limits.requests());
        }
        if (tokens >= limits.totalTokens()) {
            return reached(
                    EndReason.TOKEN_LIMIT,
                    "The limit of %d tokens is reached: %d are used.",
                    limits.totalTokens(),
                    tokens);
        }
        if (used.costUsd() >= limits.costUsd()) {
            return reached(
                    EndReason.COST_LIMIT,
                    "The limit of %.4f USD is reached: %.4f USD are spent.",
                    limits.costUsd(),
                    used.costUsd());
        }
        return beforeToolCall(limits, used);
    }

    static Optional<Reached> beforeToolCall(Limits limits, Usage used) {
        return used.elapsed().compareTo(limits.run()) >= 0 ? Optional.of(outOfTime(limits)) : Optional.empty();
    }

    static Reached outOfTime(Limits limits) {
        return new Reached(
                EndReason.TIMEOUT,
                "The run took longer than " + limits.run().toMillis() + " ms, the most it may take.");
    }

    /** What a run has used so far; money in USD. */
    record Usage(RunTotals totals, double costUsd, Duration elapsed) {}

    private static Optional<Reached> reached(EndReason reason, String format, Object... values) {
        return Optional.of(new Reached(reason, String.format(Locale.ROOT, format, values)));
    }
}
