package dev.nightshift.runner.waiting;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses between attempts, spread so that many waiters do not return at once. For virtual threads. */
public final class Backoff {
    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /** For services of the platform, which come back within seconds. */
    public static Backoff forServices() {
        return new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
    }

    /** Pauses; throws {@link OutOfTime} instead if the deadline has passed, {@link CalledOff} when interrupted. */
    public void pause(Deadline deadline, String waitedFor) {
        if (deadline.passed()) {
            throw new OutOfTime(waitedFor);
        }
        pauseFor(deadline.atMost(next));
    }

    /** Pauses without an end in sight. */
    public void pause() {
        pauseFor(next);
    }

    private void pauseFor(Duration time) {
        try {
            long millis = time.toMillis();
            Thread.sleep(millis - ThreadLocalRandom.current().nextLong(millis / 4 + 1));
        } catch (InterruptedException e) {
            throw CalledOff.interrupted();
        }
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
