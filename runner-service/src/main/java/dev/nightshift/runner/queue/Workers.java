package dev.nightshift.runner.queue;

import dev.nightshift.contracts.RunId;
import dev.nightshift.runner.journal.LeasedRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The runs that this node works on, each on a virtual thread of its own. */
@ApplicationScoped
public class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class);

    private final RunWorker worker;
    private final ClaimNudge claims;
    private final ConcurrentHashMap<Held, Thread> working = new ConcurrentHashMap<>();

    /** Who this node is, for leases: new with every start. */
    private final UUID node = UUID.randomUUID();

    private volatile boolean closing;

    Workers(RunWorker worker, ClaimNudge claims) {
        this.worker = worker;
        this.claims = claims;
    }

    /** A run under the fence with which this node holds it. */
    record Held(RunId run, long fence) {}

    UUID node() {
        return node;
    }

    /** Whether this node may claim more runs: not while it shuts down. */
    boolean areOpen() {
        return !closing;
    }

    /** Calls off all of them, for good. */
    void close() {
        closing = true;
        working.values().forEach(Thread::interrupt);
    }

    void start(LeasedRun run) {
        Held held = new Held(run.id(), run.fence());
        Thread thread = Thread.ofVirtual().name("run-" + run.id()).unstarted(() -> work(held, run));
        working.put(held, thread);
        thread.start();
    }

    Collection<Held> held() {
        return List.copyOf(working.keySet());
    }

    /** Tells whoever works on a run here that it has ended elsewhere. */
    public void callOff(RunId run) {
        working.forEach((held, thread) -> {
            if (held.run.equals(run)) {
                thread.interrupt();
            }
        });
    }

    void callOff(Held held) {
        Thread thread = working.get(held);
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void work(Held held, LeasedRun run) {
        try {
            worker.work(run);
        } catch (RuntimeException e) {
            LOG.errorf(e, "a worker let go of its run runId=%s attempt=%d", run.id(), run.attempt());
        } finally {
            working.remove(held);
            claims.nudge();
        }
    }
}
