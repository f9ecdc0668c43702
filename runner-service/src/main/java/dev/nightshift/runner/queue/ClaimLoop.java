package dev.nightshift.runner.queue;

import dev.nightshift.runner.journal.LeasedRun;
import dev.nightshift.runner.waiting.CalledOff;
import dev.nightshift.service.publish.CommittedRows;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Claims as long as the node runs: at once when nudged, and in any case every second. */
@ApplicationScoped
class ClaimLoop {
    private static final Logger LOG = Logger.getLogger(ClaimLoop.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** Whoever comes next need not wait for the leases to run out. */
    private static final String LET_GO = """
            update runs set lease_until = clock_timestamp() - interval '1 millisecond'
            where holder = $1 and status = 'running'""";

    private final ClaimRuns claims;
    private final ClaimNudge nudge;
    private final Workers workers;
    private final CommittedRows rows;
    private final Pool pool;
    private @Nullable Thread loop;
    private boolean troubled;

    ClaimLoop(ClaimRuns claims, ClaimNudge nudge, Workers workers, CommittedRows rows, Pool pool) {
        this.claims = claims;
        this.nudge = nudge;
        this.workers = workers;
        this.rows = rows;
        this.pool = pool;
    }

    void start(@Observes StartupEvent started) {
        loop = Thread.ofVirtual().name("claims").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (loop != null) {
            loop.interrupt();
        }
        workers.close();
        try {
            pool.preparedQuery(LET_GO).execute(Tuple.of(workers.node())).await().atMost(FAREWELL);
        } catch (RuntimeException e) {
            LOG.infof("leases are left to run out reason=%s", e.getMessage());
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                claim();
                nudge.await(SWEEP);
            }
        } catch (CalledOff stopping) {
            LOG.debug("claims end");
        }
    }

    private void claim() {
        try {
            List<LeasedRun> claimed = claims.claim(workers.node()).await().atMost(PATIENCE);
            claimed.forEach(workers::start);
            if (!claimed.isEmpty()) {
                rows.nudge();
            }
            if (troubled) {
                troubled = false;
                LOG.info("claims go on");
            }
        } catch (RuntimeException e) {
            if (!troubled) {
                troubled = true;
                LOG.warnf("claims wait reason=%s", e);
            }
        }
    }
}
