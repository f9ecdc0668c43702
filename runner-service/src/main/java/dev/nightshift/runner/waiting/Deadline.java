package dev.nightshift.runner.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Until when something may take. */
public record Deadline(Instant at, InstantSource clock) {
    public static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    /** Never negative. */
    public Duration remaining() {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean passed() {
        return remaining().isZero();
    }

    /** {@code time}, or what is left if that is less; at least a millisecond, as timeouts want it. */
    public Duration atMost(Duration time) {
        Duration left = remaining();
        Duration shorter = left.compareTo(time) < 0 ? left : time;
        return shorter.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : shorter;
    }

    /** The earlier of this one and {@code time} from now. */
    public Deadline orIn(Duration time) {
        Instant other = clock.instant().plus(time);
        return other.isBefore(at) ? new Deadline(other, clock) : this;
    }
}
