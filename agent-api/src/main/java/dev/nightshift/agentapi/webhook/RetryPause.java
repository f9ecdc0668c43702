package dev.nightshift.agentapi.webhook;

import dev.nightshift.contracts.Decision;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a delivery that failed waits: three times as long each time, at most twelve hours, spread by a fifth. */
@Decision
final class RetryPause {
    static final Duration LONGEST = Duration.ofHours(12);
    private static final int FACTOR = 3;
    private static final double SPREAD = 0.2;

    private RetryPause() {}

    /**
     * The pause after the n-th failure in a row ({@code failures} from 1).
     *
     * @param first the pause after the first failure
     * @param random from 0 to 1
     * @param asked what the receiver asked for, if anything; a shorter pause than its own is not taken
     */
    static Duration after(int failures, Duration first, double random, @Nullable Duration asked) {
        double millis = first.toMillis() * Math.pow(FACTOR, Math.max(0, failures - 1));
        double spread = 1 - SPREAD + 2 * SPREAD * random;
        long own = (long) (Math.min(millis, LONGEST.toMillis()) * spread);
        long wanted = asked == null ? 0 : Math.min(asked.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(Math.max(own, wanted));
    }
}
