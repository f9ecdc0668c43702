package dev.nightshift.scheduler.due;

import dev.nightshift.scheduler.due.ClaimDueSchedules.Claimed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Claims at the due time. One timer of this node waits for the earliest due time; a look ahead every poll interval
 * finds what another node, or a clock that was set, has changed meanwhile. All nodes do the same and race.
 */
@ApplicationScoped
public class FireOnTime {
    private static final Logger LOG = Logger.getLogger(FireOnTime.class);

    /** Another node holds what is due; it is back, or moved on, after this. */
    private static final Duration TAKEN_BY_ANOTHER = Duration.ofMillis(20);

    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(500);

    /** A claim that takes longer hangs; what it locked, others skip. */
    private static final Duration LONGEST_CLAIM = Duration.ofSeconds(15);

    private static final long NONE = -1;

    private final ClaimDueSchedules due;
    private final Vertx vertx;
    private final Duration window;
    private final boolean enabled;
    private long timer = NONE;
    private boolean working;
    private boolean again;
    private boolean closed;
    private boolean troubled;

    FireOnTime(
            ClaimDueSchedules due,
            Vertx vertx,
            SchedulerSettings settings,
            @ConfigProperty(name = "agents.enabled") boolean enabled) {
        this.due = due;
        this.vertx = vertx;
        this.window = Duration.ofSeconds(settings.pollInterval());
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        wake();
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        closed = true;
        vertx.cancelTimer(timer);
    }

    @Scheduled(every = "${agent.scheduler.poll-interval:30}s")
    void lookAhead() {
        wake();
    }

    /** Claims what is due and waits for what comes next; call it after a commit that changed a due time. */
    public synchronized void wake() {
        if (!enabled || closed) {
            return;
        }
        if (working) {
            again = true;
            return;
        }
        working = true;
        again = false;
        vertx.cancelTimer(timer);
        due.claim().ifNoItem().after(LONGEST_CLAIM).fail().subscribe().with(this::onClaimed, this::onFailure);
    }

    private synchronized void onClaimed(Claimed claimed) {
        if (troubled) {
            troubled = false;
            LOG.info("scheduling goes on");
        }
        Duration wait = claimed.upcoming().waitFrom(System.nanoTime(), window);
        boolean taken = claimed.agents() == 0 && claimed.upcoming().late();
        waitFor(taken ? TAKEN_BY_ANOTHER : wait);
    }

    private synchronized void onFailure(Throwable failure) {
        if (!troubled) {
            troubled = true;
            LOG.warnf("scheduling waits, nothing is lost reason=%s", failure);
        }
        waitFor(AFTER_A_FAILURE);
    }

    private void waitFor(Duration wait) {
        working = false;
        if (again || !wait.isPositive()) {
            wake();
        } else if (!closed) {
            timer = vertx.setTimer(Math.max(1, wait.plusNanos(999_999).toMillis()), fired -> wake());
        }
    }
}
