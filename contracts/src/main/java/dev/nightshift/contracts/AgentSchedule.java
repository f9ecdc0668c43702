package dev.nightshift.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an agent is due. {@code expression} as the person typed it; {@code setAt} fixes the phase of an interval; times
 * in milliseconds.
 */
public record AgentSchedule(
        String expression,
        String timezone,
        Instant setAt,
        @Nullable Instant startAt,
        @Nullable Instant endAt,
        long catchUpWindowMs,
        CatchUpPolicy catchUpPolicy,
        long jitterMs) {}
