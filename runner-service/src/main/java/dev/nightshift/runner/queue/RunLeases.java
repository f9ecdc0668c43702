package dev.nightshift.runner.queue;

import dev.nightshift.contracts.RunId;
import dev.nightshift.runner.queue.Workers.Held;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Renews the leases of all runs this node holds, and calls off the workers of those it holds no more. */
@ApplicationScoped
class RunLeases {
    private static final Logger LOG = Logger.getLogger(RunLeases.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String RENEW = """
            update runs set lease_until = clock_timestamp() + $3 * interval '1 millisecond'
            from unnest($1::uuid[], $2::bigint[]) held (run_id, fence)
            where runs.run_id = held.run_id and runs.fence = held.fence and runs.status = 'running'
            returning runs.run_id, runs.fence""";

    private final Pool pool;
    private final Workers workers;
    private final RunnerSettings settings;

    RunLeases(Pool pool, Workers workers, RunnerSettings settings) {
        this.pool = pool;
        this.workers = workers;
        this.settings = settings;
    }

    @Scheduled(every = "3s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> renew() {
        Collection<Held> held = workers.held();
        if (held.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(
                        held.stream().map(run -> run.run().value()).toArray(UUID[]::new),
                        held.stream().map(Held::fence).toArray(Long[]::new),
                        settings.lease().toMillis()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(renewed -> callOffLost(held, renewed))
                .onFailure()
                .invoke(e -> LOG.warnf("leases could not be renewed reason=%s", e))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void callOffLost(Collection<Held> held, RowSet<Row> renewed) {
        Set<Held> lost = new HashSet<>(held);
        renewed.forEach(row -> lost.remove(new Held(new RunId(row.getUUID("run_id")), row.getLong("fence"))));
        lost.forEach(workers::callOff);
    }
}
