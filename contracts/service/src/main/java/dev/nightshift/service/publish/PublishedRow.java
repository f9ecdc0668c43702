package dev.nightshift.service.publish;

import dev.nightshift.contracts.EventCodec;
import dev.nightshift.contracts.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A record that a transaction wants published: written with the state it speaks of, sent after the commit by
 * {@link CommittedRows}. {@code topic} is one of {@link Topics}, without prefix; {@code eventId} stays the same however
 * often it is sent.
 */
public record PublishedRow(
        String topic, String key, String eventId, String eventType, String subject, Instant occurredAt, byte[] value) {

    private static final String INSERT = """
            insert into published_rows (topic, key, event_id, event_type, subject, occurred_at, value)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    public PublishedRow {
        if (value.length > Topics.MAX_VALUE_BYTES) {
            throw new IllegalArgumentException(eventType + " has " + value.length + " bytes; too large for a record");
        }
    }

    /** A row for an event of a known family; the subject is the key. */
    public static <E> PublishedRow of(
            String topic, String key, String eventId, EventCodec<E> codec, E event, Instant occurredAt) {
        return new PublishedRow(topic, key, eventId, codec.typeOf(event), key, occurredAt, codec.encode(event));
    }

    /** Writes the row inside the caller's transaction. */
    public static Uni<Void> insert(SqlClient transaction, PublishedRow row) {
        return transaction.preparedQuery(INSERT).execute(row.tuple()).replaceWithVoid();
    }

    /** Writes the rows inside the caller's transaction, in this order. */
    public static Uni<Void> insertAll(SqlClient transaction, List<PublishedRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(INSERT)
                .executeBatch(rows.stream().map(PublishedRow::tuple).toList())
                .replaceWithVoid();
    }

    private Tuple tuple() {
        return Tuple.tuple(List.of(
                topic,
                key,
                eventId,
                eventType,
                subject,
                occurredAt.atOffset(ZoneOffset.UTC),
                io.vertx.mutiny.core.buffer.Buffer.buffer(value).getDelegate()));
    }
}
