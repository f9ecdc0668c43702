package dev.nightshift.search.document;

import java.time.Duration;
import java.time.Instant;

/** What is known of a document's file without its text: enough to tell whether it must be read again. */
public record DocumentState(String hash, long size, Instant modifiedAt, Instant readAt) {
    /** A file changed again this soon after it was read may carry the same time of change. */
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

    /** Whether a file of this size and time is surely the one that was read. */
    public boolean stillHolds(long size, Instant modifiedAt) {
        return this.size == size
                && this.modifiedAt.equals(modifiedAt)
                && modifiedAt.plus(CLOCK_GRAIN).isBefore(readAt);
    }

    public DocumentState readAgain(Instant at) {
        return new DocumentState(hash, size, modifiedAt, at);
    }
}
