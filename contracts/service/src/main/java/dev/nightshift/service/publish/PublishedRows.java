package dev.nightshift.service.publish;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;

/** The table of what waits to be published. */
public final class PublishedRows {
    private static final String INSERT = """
            insert into published_rows (topic, key, event_id, event_type, subject, occurred_at, value)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private PublishedRows() {}

    /** Writes the row inside the caller's transaction. */
    public static Uni<Void> insert(SqlClient transaction, PublishedRow row) {
        return transaction.preparedQuery(INSERT).execute(tuple(row)).replaceWithVoid();
    }

    /** Writes the rows inside the caller's transaction, in this order. */
    public static Uni<Void> insertAll(SqlClient transaction, List<PublishedRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(INSERT)
                .executeBatch(rows.stream().map(PublishedRows::tuple).toList())
                .replaceWithVoid();
    }

    private static Tuple tuple(PublishedRow row) {
        return Tuple.tuple(List.of(
                row.topic(),
                row.key(),
                row.eventId(),
                row.eventType(),
                row.subject(),
                row.occurredAt().atOffset(ZoneOffset.UTC),
                io.vertx.core.buffer.Buffer.buffer(row.value())));
    }
}
