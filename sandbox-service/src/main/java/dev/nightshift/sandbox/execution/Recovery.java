package dev.nightshift.sandbox.execution;

import dev.nightshift.sandbox.node.NodeIdentity;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * What a dead process left running never ran to its end as far as anybody knows: it becomes interrupted, and is not run
 * again. A node's earlier processes are dead when it starts; another node is, when its heartbeat has stopped.
 */
@ApplicationScoped
class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class);

    private static final String REGISTER = """
            insert into nodes (node_id, instance_id, heartbeat_at) values ($1, $2, clock_timestamp())
            on conflict (node_id) do update set instance_id = excluded.instance_id, heartbeat_at = excluded.heartbeat_at
            """;

    private static final String INTERRUPT = """
            update executions
            set status = 'interrupted', finished_at = clock_timestamp(),
                output = 'The sandbox service stopped while this ran, so nobody knows how far it came. It is not run '
                    || 'again; files are as they were after the step before.'
            where status = 'running' and (
                (node_id = $1 and instance_id <> $2)
                or node_id in (select node_id from nodes where heartbeat_at < clock_timestamp() - interval '1 minute'))
            """;

    private final Pool pool;
    private final NodeIdentity node;
    private volatile boolean recovered;

    Recovery(Pool pool, NodeIdentity node) {
        this.pool = pool;
        this.node = node;
    }

    void start(@Observes StartupEvent started) {
        recover().subscribe().with(nothing -> {}, failure -> LOG.warnf("recovery waits reason=%s", failure));
    }

    /** Done once; nothing may begin before. */
    Uni<Void> recovered() {
        return recovered ? Uni.createFrom().voidItem() : recover();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> heartbeat() {
        return recover()
                .onFailure()
                .invoke(failure -> LOG.warnf("heartbeat missed reason=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> recover() {
        return pool.preparedQuery(REGISTER)
                .execute(Tuple.of(node.node(), node.instance()))
                .chain(() -> pool.preparedQuery(INTERRUPT).execute(Tuple.of(node.node(), node.instance())))
                .invoke(rows -> {
                    recovered = true;
                    if (rows.rowCount() > 0) {
                        LOG.infof("executions interrupted count=%d", rows.rowCount());
                    }
                })
                .replaceWithVoid();
    }
}
