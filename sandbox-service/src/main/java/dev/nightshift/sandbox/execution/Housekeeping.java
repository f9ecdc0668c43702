package dev.nightshift.sandbox.execution;

import dev.nightshift.contracts.RunId;
import dev.nightshift.sandbox.live.LiveSandboxes;
import dev.nightshift.sandbox.settings.SandboxSettings;
import dev.nightshift.sandbox.workspace.WorkspaceSnapshots;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Gives back what nobody needs any more. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LiveSandboxes live;
    private final Leases leases;
    private final WorkspaceSnapshots snapshots;
    private final Pool pool;
    private final SandboxSettings settings;

    Housekeeping(LiveSandboxes live, Leases leases, WorkspaceSnapshots snapshots, Pool pool, SandboxSettings settings) {
        this.live = live;
        this.leases = leases;
        this.snapshots = snapshots;
        this.pool = pool;
        this.settings = settings;
    }

    /** Sandboxes of runs that are over (another node may have heard of it), and of runs that are silent. */
    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void releaseUnused() {
        int idle = live.releaseIdle(Instant.now());
        if (idle > 0) {
            LOG.infof("idle sandboxes released count=%d", idle);
        }
        Set<RunId> runs = live.runs();
        if (!runs.isEmpty()) {
            leases.closed(runs).await().atMost(PATIENCE).forEach(live::release);
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetOld() throws IOException {
        snapshots.removeOlderThan(Instant.now().minus(settings.keepWorkspaces()));
        OffsetDateTime before = Instant.now().minus(settings.keepExecutions()).atOffset(ZoneOffset.UTC);
        for (String statement : List.of(
                "delete from executions where finished_at < $1",
                "delete from leases where used_at < $1 and not exists"
                        + " (select from executions where executions.run_id = leases.run_id)")) {
            pool.preparedQuery(statement).execute(Tuple.of(before)).await().atMost(PATIENCE);
        }
    }
}
