package dev.nightshift.search.document;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Writes and removes documents of one source in one transaction, under the next change numbers of that source. */
@ApplicationScoped
public class WriteDocuments {
    private static final String LOCK = "select head from source_sync where source_id = $1 for update";
    private static final String WRITE = """
            insert into documents
                (id, source_id, path, title, type, size, hash, modified_at, read_at, change, body)
            select id, $1, path, title, type, size, hash, modified_at, read_at, change, body
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[],
                $8::timestamptz[], $9::timestamptz[], $10::bigint[], $11::text[])
                as d (id, path, title, type, size, hash, modified_at, read_at, change, body)
            on conflict (id) do update set title = excluded.title, type = excluded.type, size = excluded.size,
                hash = excluded.hash, modified_at = excluded.modified_at, read_at = excluded.read_at,
                change = excluded.change, body = excluded.body
            """;
    private static final String UNREMOVE = "delete from removed_documents where document_id = any($1)";
    private static final String REMOVE = """
            with gone as (delete from documents where source_id = $1 and id = any($2) returning id)
            insert into removed_documents (document_id, source_id, change)
            select id, $1, $3 + row_number() over () from gone
            """;
    private static final String ADVANCE = "update source_sync set head = $2 where source_id = $1";

    private final Pool pool;

    WriteDocuments(Pool pool) {
        this.pool = pool;
    }

    /** False when the source has been deleted meanwhile, and nothing was written. */
    public Uni<Boolean> apply(UUID source, List<Document> written, List<UUID> removed) {
        return pool.withTransaction(tx -> tx.preparedQuery(LOCK)
                .execute(Tuple.of(source))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : apply(tx, source, rows.iterator().next().getLong("head"), written, removed)));
    }

    private static Uni<Boolean> apply(
            SqlConnection tx, UUID source, long head, List<Document> written, List<UUID> removed) {
        long afterWrites = head + written.size();
        return tx.preparedQuery(WRITE)
                .execute(columns(source, head, written))
                .call(() -> tx.preparedQuery(UNREMOVE)
                        .execute(Tuple.tuple().addArrayOfUUID(column(written, UUID.class, Document::id))))
                .chain(() -> tx.preparedQuery(REMOVE)
                        .execute(Tuple.tuple()
                                .addUUID(source)
                                .addArrayOfUUID(removed.toArray(UUID[]::new))
                                .addLong(afterWrites)))
                .call(gone -> tx.preparedQuery(ADVANCE).execute(Tuple.of(source, afterWrites + gone.rowCount())))
                .replaceWith(true);
    }

    private static Tuple columns(UUID source, long head, List<Document> documents) {
        return Tuple.tuple()
                .addUUID(source)
                .addArrayOfUUID(column(documents, UUID.class, Document::id))
                .addArrayOfString(column(documents, String.class, Document::path))
                .addArrayOfString(column(documents, String.class, Document::title))
                .addArrayOfString(column(documents, String.class, Document::type))
                .addArrayOfLong(column(documents, Long.class, Document::size))
                .addArrayOfString(column(documents, String.class, Document::hash))
                .addArrayOfOffsetDateTime(column(documents, OffsetDateTime.class, d -> utc(d.modifiedAt())))
                .addArrayOfOffsetDateTime(column(documents, OffsetDateTime.class, d -> utc(d.readAt())))
                .addArrayOfLong(LongStream.rangeClosed(head + 1, head + documents.size())
                        .boxed()
                        .toArray(Long[]::new))
                .addArrayOfString(column(documents, String.class, Document::text));
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] column(List<Document> documents, Class<T> type, Function<Document, T> value) {
        return documents.stream().map(value).toArray(n -> (T[]) java.lang.reflect.Array.newInstance(type, n));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
