package dev.nightshift.search.access;

import dev.nightshift.service.listing.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The access lists, asked anew by every request: what is taken away is gone from the next answer on. */
@ApplicationScoped
public class ReadableSources {
    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final String READABLE = """
            select id, name, kind, created_at from sources
            where ($1::uuid is null or read_by_everyone or $1 = any(reader_members) or reader_groups && $2::uuid[])
              and ($3::uuid[] is null or id = any($3))
              and ($4::uuid is null or id = $4)
              and ($5::timestamptz is null or (created_at, id) < ($5, $6))
            order by created_at desc, id desc limit $7
            """;

    private final Pool pool;

    ReadableSources(Pool pool) {
        this.pool = pool;
    }

    /** All of them, newest first. */
    public Uni<List<ReadableSource>> of(Reader reader) {
        return query(reader, null, null, UNBOUNDED);
    }

    /** Newest first; one more than the page holds. */
    public Uni<List<ReadableSource>> of(Reader reader, PageRequest page) {
        return query(reader, null, page.after(), page.limit() + 1);
    }

    /** One of them, if it is. */
    public Uni<Optional<ReadableSource>> find(Reader reader, UUID source) {
        return query(reader, source, null, 1).map(found -> found.stream().findFirst());
    }

    private Uni<List<ReadableSource>> query(
            Reader reader, @Nullable UUID source, PageRequest.@Nullable Position after, int limit) {
        Tuple parameters = Tuple.tuple()
                .addValue(reader.member())
                .addArrayOfUUID(array(reader.groups()))
                .addValue(reader.only() == null ? null : array(reader.only()))
                .addValue(source)
                .addValue(after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .addValue(after == null ? null : after.id())
                .addInteger(limit);
        return pool.preparedQuery(READABLE).execute(parameters).map(ReadableSources::read);
    }

    private static List<ReadableSource> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new ReadableSource(
                        row.getUUID("id"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getOffsetDateTime("created_at").toInstant()))
                .toList();
    }

    private static UUID[] array(Set<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
