package dev.nightshift.runner.queue;

import dev.nightshift.runner.waiting.CalledOff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the claiming loop when there may be something to claim; many nudges at once wake it once. */
@ApplicationScoped
public class ClaimNudge {
    private final Semaphore waiting = new Semaphore(0);

    public void nudge() {
        waiting.release();
    }

    /** Until the next nudge, but no longer than {@code longest}. */
    void await(Duration longest) {
        try {
            if (waiting.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.drainPermits();
            }
        } catch (InterruptedException e) {
            throw CalledOff.interrupted();
        }
    }
}
