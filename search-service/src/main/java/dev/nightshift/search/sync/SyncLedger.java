package dev.nightshift.search.sync;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What is to be kept in step, and how far that has got, as PostgreSQL has it. */
@ApplicationScoped
class SyncLedger {
    private static final String ORDERS = """
            select s.id, s.path, y.requested, y.served
            from sources s join source_sync y on y.source_id = s.id where s.kind = 'folder'
            """;
    /** Leaves alone what was asked for again meanwhile: it is pending still. */
    private static final String SYNCING =
            "update source_sync set state = 'syncing', error = null where source_id = $1 and state <> 'syncing'";

    private static final String DONE = """
            update source_sync set served = greatest(served, $2), skipped = $3, last_sync_at = now(), error = null,
                state = case when requested > $2 then 'pending' else 'ready' end
            where source_id = $1
            """;
    private static final String FAILED = """
            update source_sync set served = greatest(served, $2), error = $3,
                state = case when requested > $2 then 'pending' else 'failed' end
            where source_id = $1
            """;

    private final Pool pool;

    SyncLedger(Pool pool) {
        this.pool = pool;
    }

    /** One source to look after; {@code requested} counts the wishes for a full sync, {@code served} those met. */
    record Order(UUID source, String path, long requested, long served) {
        boolean wantsEverything() {
            return requested > served;
        }
    }

    Uni<List<Order>> orders() {
        return pool.query(ORDERS)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SyncLedger::order)
                        .toList());
    }

    Uni<Void> syncing(UUID source) {
        return pool.preparedQuery(SYNCING).execute(Tuple.of(source)).replaceWithVoid();
    }

    Uni<Void> done(Order order, int skipped) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(order.source(), order.requested(), skipped))
                .replaceWithVoid();
    }

    Uni<Void> failed(Order order, String reason) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(order.source(), order.requested(), reason))
                .replaceWithVoid();
    }

    private static Order order(Row row) {
        return new Order(row.getUUID("id"), row.getString("path"), row.getLong("requested"), row.getLong("served"));
    }
}
