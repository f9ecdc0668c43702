package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.RunLimits;
import dev.nightshift.service.json.Fields;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the limits of an agent's runs; the platform's own ceilings hold besides. */
final class ReadLimits {
    private static final int MOST_TOOL_CALLS = 1000;
    private static final int MOST_REQUESTS = 10_000;
    private static final long MOST_TOKENS = 1_000_000_000L;
    private static final double SMALLEST_COST = 0.000001;
    private static final double LARGEST_COST = 100_000;
    private static final long LONGEST_MS = Duration.ofHours(24).toMillis();

    private final Fields fields;

    ReadLimits(Fields fields) {
        this.fields = fields;
    }

    @Nullable RunLimits read() {
        Fields limits = fields.object("limits");
        if (limits == null) {
            return null;
        }
        RunLimits read = new RunLimits(
                limits.integer("maxToolCalls", 1, MOST_TOOL_CALLS),
                limits.integer("requestLimit", 1, MOST_REQUESTS),
                limits.number("totalTokensLimit", 1, MOST_TOKENS),
                limits.decimal("costLimitUsd", SMALLEST_COST, LARGEST_COST),
                limits.number("toolCallTimeoutMs", 1, LONGEST_MS),
                limits.number("runTimeoutMs", 1, LONGEST_MS));
        limits.rejectOthers();
        return read.equals(RunLimits.DEFAULTS) ? null : read;
    }
}
