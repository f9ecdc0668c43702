package dev.nightshift.runner.loop;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.RunLimits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hard limits of one run: what its agent names, else the platform's default, and never above the platform's
 * ceiling. Money in USD. Requests to the model are bounded by default too, so that a model that only ever asks for what
 * is refused comes to an end.
 */
@Decision
record Limits(int toolCalls, int requests, long totalTokens, double costUsd, Duration toolCall, Duration run) {
    static final int MAX_TOOL_CALLS = 1000;
    static final int MAX_REQUESTS = 5000;
    static final Duration TOOL_CALL = Duration.ofMinutes(5);
    static final Duration MAX_TOOL_CALL = Duration.ofMinutes(10);
    static final Duration RUN = Duration.ofHours(1);
    static final Duration MAX_RUN = Duration.ofHours(24);

    private static final int SPARE_REQUESTS = 10;

    static Limits of(RunLimits asked, int defaultToolCalls) {
        int toolCalls = Math.min(Objects.requireNonNullElse(asked.maxToolCalls(), defaultToolCalls), MAX_TOOL_CALLS);
        int requests = Objects.requireNonNullElse(asked.requestLimit(), 2 * toolCalls + SPARE_REQUESTS);
        return new Limits(
                toolCalls,
                Math.min(requests, MAX_REQUESTS),
                Objects.requireNonNullElse(asked.totalTokensLimit(), Long.MAX_VALUE),
                Objects.requireNonNullElse(asked.costLimitUsd(), Double.POSITIVE_INFINITY),
                time(asked.toolCallTimeoutMs(), TOOL_CALL, MAX_TOOL_CALL),
                time(asked.runTimeoutMs(), RUN, MAX_RUN));
    }

    private static Duration time(@Nullable Long millis, Duration absent, Duration ceiling) {
        Duration time = millis == null ? absent : Duration.ofMillis(millis);
        return time.compareTo(ceiling) < 0 ? time : ceiling;
    }
}
