package dev.nightshift.search.source;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Asks for a sync, and tells how the last one went. */
@ApplicationScoped
class SyncRequests {
    private static final String REQUEST =
            "update source_sync set requested = requested + 1, state = 'pending', error = null where source_id = $1";
    private static final String STATUS = """
            select s.source_id, s.state, s.skipped, s.last_sync_at, s.error,
                   (select count(*) from documents d where d.source_id = s.source_id) as documents
            from source_sync s where s.source_id = $1
            """;

    private final Pool pool;

    SyncRequests(Pool pool) {
        this.pool = pool;
    }

    /** Any number of requests before the next sync are one. */
    Uni<Optional<SourceStatus>> request(UUID source) {
        return pool.preparedQuery(REQUEST).execute(Tuple.of(source)).chain(() -> status(source));
    }

    Uni<Optional<SourceStatus>> status(UUID source) {
        return pool.preparedQuery(STATUS).execute(Tuple.of(source)).map(SyncRequests::read);
    }

    private static Optional<SourceStatus> read(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        OffsetDateTime last = row.getOffsetDateTime("last_sync_at");
        return Optional.of(new SourceStatus(
                row.getUUID("source_id"),
                SourceStatus.State.of(row.getString("state")),
                row.getLong("documents"),
                row.getInteger("skipped"),
                last == null ? null : last.toInstant(),
                row.getString("error")));
    }
}
