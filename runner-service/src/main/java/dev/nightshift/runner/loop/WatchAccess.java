package dev.nightshift.runner.loop;

import dev.nightshift.contracts.EndReason;
import dev.nightshift.runner.access.AccessLost;
import dev.nightshift.runner.access.RunAccess;
import dev.nightshift.runner.journal.EndRun;
import dev.nightshift.runner.journal.LeasedRun;
import dev.nightshift.runner.queue.AgentLock;
import dev.nightshift.runner.waiting.CalledOff;
import dev.nightshift.runner.waiting.OutOfTime;
import dev.nightshift.service.publish.CommittedRows;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks from time to time whether a run may go on, whatever its worker is waiting for: a model that thinks, a script that
 * takes long. One that has lost its access is ended from outside, as a stop would end it.
 */
@ApplicationScoped
class WatchAccess {
    private static final Logger LOG = Logger.getLogger(WatchAccess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Pool pool;
    private final CommittedRows rows;
    private final InstantSource clock;
    private final Duration every;

    WatchAccess(
            Pool pool,
            CommittedRows rows,
            InstantSource clock,
            @ConfigProperty(name = "nightshift.runner.access-check-interval", defaultValue = "15s") Duration every) {
        this.pool = pool;
        this.rows = rows;
        this.clock = clock;
        this.every = every;
    }

    /** One run under watch, until it is closed. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Watches for the worker that calls, which is interrupted when the run has been ended. */
    Watch over(LeasedRun run, RunAccess access) {
        Thread worker = Thread.currentThread();
        Thread watch = Thread.ofVirtual().name("access-" + run.id()).start(() -> watch(run, access, worker));
        return watch::interrupt;
    }

    private void watch(LeasedRun run, RunAccess access, Thread worker) {
        try {
            while (true) {
                Thread.sleep(every);
                if (isLost(run, access)) {
                    worker.interrupt();
                    return;
                }
            }
        } catch (InterruptedException | CalledOff | OutOfTime over) {
            LOG.tracef("watch ends runId=%s", run.id());
        }
    }

    private boolean isLost(LeasedRun run, RunAccess access) {
        try {
            access.check();
            return false;
        } catch (AccessLost lost) {
            return end(run, lost.why());
        }
    }

    /** Whether the run is ended now; while the database is away that has to wait for the next look. */
    private boolean end(LeasedRun run, String sentence) {
        EndRun.Why why = new EndRun.Why(EndReason.ACCESS_LOST, sentence);
        try {
            pool.withTransaction(tx -> AgentLock.take(tx, run.due().agentId())
                            .chain(() -> EndRun.now(tx, run.id(), why, clock.instant())))
                    .await()
                    .atMost(PATIENCE);
            rows.nudge();
            return true;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw CalledOff.interrupted();
            }
            LOG.warnf("a run that lost its access is ended later runId=%s reason=%s", run.id(), e);
            return false;
        }
    }
}
