package dev.nightshift.service.publish;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Nothing is published that is not committed; everything committed is published. Call {@link #nudge} after a commit
 * that wrote a {@link PublishedRow}; a sweep finds what a crash left. Nodes of one service take turns (an advisory
 * lock), rows leave in the order of their position, and the same bytes are sent again until the broker has
 * acknowledged them.
 */
@ApplicationScoped
public class CommittedRows {
    private static final Logger LOG = Logger.getLogger(CommittedRows.class);
    private static final int BATCH = 500;
    private static final Duration RECENT = Duration.ofSeconds(1);

    private final Pool pool;
    private final RecordSender sender;
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean troubled;
    private volatile long lookedAt = System.nanoTime() - RECENT.toNanos();

    CommittedRows(Pool pool, RecordSender sender) {
        this.pool = pool;
        this.sender = sender;
    }

    void sendWhatACrashLeft(@Observes StartupEvent started) {
        nudge();
    }

    /** Sends what is waiting, soon and in the background. Cheap; call it after every commit. */
    public void nudge() {
        again.set(true);
        if (working.compareAndSet(false, true)) {
            work();
        }
    }

    /** A look in the last second saw what any node had committed by then: then nothing has waited for longer. */
    @Scheduled(every = "${nightshift.publish.sweep-interval:1s}", delayed = "1s")
    void sweep() {
        if (troubled || System.nanoTime() - lookedAt >= RECENT.toNanos()) {
            nudge();
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> forgetOldRows() {
        return pool.query("delete from published_rows where published and occurred_at < now() - interval '7 days'")
                .execute()
                .replaceWithVoid();
    }

    private void work() {
        sendBatch().subscribe().with(this::onBatch, this::onFailure);
    }

    private void onBatch(int sent) {
        if (troubled) {
            troubled = false;
            LOG.info("publishing goes on");
        }
        if (sent == BATCH || again.get()) {
            work();
            return;
        }
        working.set(false);
        if (again.get()) {
            nudge();
        }
    }

    private void onFailure(Throwable failure) {
        if (!troubled) {
            troubled = true;
            LOG.warnf("publishing waits, rows are kept reason=%s", failure);
        }
        working.set(false);
    }

    private Uni<Integer> sendBatch() {
        return pool.withTransaction(this::sendWaiting);
    }

    private Uni<Integer> sendWaiting(SqlConnection transaction) {
        return transaction
                .query("select pg_advisory_xact_lock(hashtext(current_schema() || '.published_rows'))")
                .execute()
                .chain(() -> look(transaction))
                .chain(rows -> sendAndMark(transaction, rows));
    }

    /** Whatever was committed before a nudge that came until now is seen by this look: it needs no other. */
    private Uni<RowSet<Row>> look(SqlConnection transaction) {
        again.set(false);
        lookedAt = System.nanoTime();
        return transaction
                .preparedQuery("select * from published_rows where not published order by position limit $1")
                .execute(Tuple.of(BATCH));
    }

    private Uni<Integer> sendAndMark(SqlConnection transaction, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Uni.createFrom().item(0);
        }
        List<Uni<Void>> sends = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (Row row : rows) {
            sends.add(sender.send(row));
            positions.add(row.getLong("position"));
        }
        return Uni.join()
                .all(sends)
                .andFailFast()
                .chain(() -> transaction
                        .preparedQuery("update published_rows set published = true where position = any($1)")
                        .execute(Tuple.of(positions.toArray(Long[]::new))))
                .replaceWith(rows.size());
    }
}
