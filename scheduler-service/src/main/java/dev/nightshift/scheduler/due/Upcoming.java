package dev.nightshift.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the next agent is due by the database's clock, and how that clock stood at a moment of ours ({@code readAt},
 * {@link System#nanoTime}).
 */
record Upcoming(@Nullable Instant fireAt, Instant databaseTime, long readAt) {

    /** How long to wait at the moment {@code nanoTime}; at most {@code longest}, negative when it is late. */
    Duration waitFrom(long nanoTime, Duration longest) {
        if (fireAt == null) {
            return longest;
        }
        Duration wait = Duration.between(databaseTime, fireAt).minusNanos(nanoTime - readAt);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    /** Whether it was due already when the database was asked. */
    boolean late() {
        return fireAt != null && !fireAt.isAfter(databaseTime);
    }
}
