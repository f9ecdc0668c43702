package dev.nightshift.collab.live;

import dev.nightshift.contracts.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection goes on: behind {@code after}. Where the number that was sent cannot be continued, the client is
 * told why, and gets what comes from now on.
 */
@Decision
record StartingPoint(long after, Optional<String> resyncReason) {

    /** {@code sent}: the query parameter, absent for the whole log. */
    static StartingPoint of(@Nullable String sent, long head) {
        if (sent == null) {
            return new StartingPoint(0, Optional.empty());
        }
        long after;
        try {
            after = Long.parseLong(sent);
        } catch (NumberFormatException e) {
            return resync(head, "after is not a number");
        }
        if (after < 0) {
            return resync(head, "after is negative");
        }
        return after > head ? resync(head, "after is ahead of the log") : new StartingPoint(after, Optional.empty());
    }

    private static StartingPoint resync(long head, String reason) {
        return new StartingPoint(head, Optional.of(reason));
    }
}
