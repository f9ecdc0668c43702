package dev.nightshift.search.document;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The documents in PostgreSQL: every other copy of them follows from here. */
@ApplicationScoped
public class DocumentStore {
    private static final String STATES =
            "select path, hash, size, modified_at, read_at from documents where source_id = $1";
    private static final String HEADS = "select source_id, head, forgotten from source_sync";
    private static final String FIND = "select * from documents where id = $1";
    /** As many changes as fit, and at least one. {@code $3}: rows, {@code $4}: bytes of files before the last row. */
    private static final String CHANGES = """
            select * from (
                select *, sum(size) over (order by change) - size as bytes_before from (
                    select change, id, path, title, type, size, hash, modified_at, read_at, body, false as removed
                      from documents where source_id = $1 and change > $2
                    union all
                    select change, document_id, '', '', '', 0, '', removed_at, removed_at, '', true
                      from removed_documents where source_id = $1 and change > $2
                    order by change limit $3) as step) as summed
            where bytes_before < $4 order by change
            """;

    private static final String FORGET = """
            with old as (
                delete from removed_documents where removed_at < now() - interval '7 days' returning source_id, change)
            update source_sync s set forgotten = greatest(s.forgotten, o.change)
            from (select source_id, max(change) as change from old group by source_id) o
            where o.source_id = s.source_id
            """;

    private final Pool pool;

    DocumentStore(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Document>> find(UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(document(rows.iterator().next(), null)));
    }

    /** What is known of the files of a source, by path. */
    public Uni<Map<String, DocumentState>> states(UUID source) {
        return pool.preparedQuery(STATES).execute(Tuple.of(source)).map(DocumentStore::states);
    }

    /** Every source there is. */
    public Uni<List<SourceHead>> heads() {
        return pool.query(HEADS)
                .execute()
                .map(rows -> list(rows).stream().map(DocumentStore::head).toList());
    }

    public Uni<Optional<SourceHead>> head(UUID source) {
        return pool.preparedQuery(HEADS + " where source_id = $1")
                .execute(Tuple.of(source))
                .map(rows -> list(rows).stream().map(DocumentStore::head).findFirst());
    }

    /** The next changes after {@code position}, in order: at most {@code rows}, and ended by about {@code bytes}. */
    public Uni<List<DocumentChange>> changes(UUID source, long position, int rows, long bytes) {
        return pool.preparedQuery(CHANGES)
                .execute(Tuple.of(source, position, rows, bytes))
                .map(found ->
                        list(found).stream().map(row -> change(source, row)).toList());
    }

    /** Drops removals that every follower has surely seen. */
    public Uni<Void> forgetOldRemovals() {
        return pool.query(FORGET).execute().replaceWithVoid();
    }

    private static SourceHead head(Row row) {
        return new SourceHead(row.getUUID("source_id"), row.getLong("head"), row.getLong("forgotten"));
    }

    private static DocumentChange change(UUID source, Row row) {
        return row.getBoolean("removed")
                ? new DocumentChange.Removed(row.getLong("change"), row.getUUID("id"))
                : new DocumentChange.Written(row.getLong("change"), document(row, source));
    }

    private static Document document(Row row, @Nullable UUID source) {
        return new Document(
                row.getUUID("id"),
                source == null ? row.getUUID("source_id") : source,
                row.getString("path"),
                row.getString("title"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("hash"),
                row.getOffsetDateTime("modified_at").toInstant(),
                row.getOffsetDateTime("read_at").toInstant(),
                row.getString("body"));
    }

    private static Map<String, DocumentState> states(RowSet<Row> rows) {
        Map<String, DocumentState> states = new HashMap<>();
        for (Row row : rows) {
            states.put(
                    row.getString("path"),
                    new DocumentState(
                            row.getString("hash"),
                            row.getLong("size"),
                            row.getOffsetDateTime("modified_at").toInstant(),
                            row.getOffsetDateTime("read_at").toInstant()));
        }
        return states;
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
