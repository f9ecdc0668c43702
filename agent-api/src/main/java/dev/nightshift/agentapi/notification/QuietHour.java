package dev.nightshift.agentapi.notification;

import dev.nightshift.contracts.Decision;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is told that an agent failed: the first failure after a success at once, then at most one notice an hour,
 * which counts all failures of that hour.
 */
@Decision
final class QuietHour {
    static final Duration LENGTH = Duration.ofHours(1);

    private QuietHour() {}

    /** What a failure leads to. */
    sealed interface Verdict {
        /** A notice of its own, now. */
        record Now() implements Verdict {}

        /** A notice of its own, which waits until then for others to be counted. */
        record Later(Instant at) implements Verdict {}

        /** It is counted by the notice that waits until then. */
        record Counted(Instant at) implements Verdict {}
    }

    /** {@code noticed}: when the agent's last notice went out, or will; absent when it has not failed since its last success. */
    static Verdict failed(@Nullable Instant noticed, Instant now) {
        if (noticed == null) {
            return new Verdict.Now();
        }
        if (noticed.isAfter(now)) {
            return new Verdict.Counted(noticed);
        }
        Instant next = noticed.plus(LENGTH);
        return next.isAfter(now) ? new Verdict.Later(next) : new Verdict.Now();
    }
}
