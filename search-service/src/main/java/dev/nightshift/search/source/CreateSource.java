package dev.nightshift.search.source;

import dev.nightshift.contracts.SourceId;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Once;
import dev.nightshift.service.idempotency.Repeatable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes sources. */
@ApplicationScoped
class CreateSource {
    private static final String MARK_FIRST = "insert into first_source (made) values (true) on conflict do nothing";
    private static final String INSERT = """
            insert into sources (id, name, kind, path, read_by_everyone, reader_members, reader_groups, created_at,
                updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $8)""";
    private static final String INSERT_SYNC = "insert into source_sync (source_id) values ($1)";

    private final Once once;
    private final Pool pool;
    private final Clock clock = Clock.systemUTC();

    CreateSource(Once once, Pool pool) {
        this.once = once;
        this.pool = pool;
    }

    /** Makes the source that {@code wanted} reads, which a repeat does not do again; answered with 201. */
    Uni<Answer> create(Repeatable call, Supplier<Uni<NewSource>> wanted) {
        return once.run(
                call,
                wanted,
                (transaction, source) -> markFirst(transaction)
                        .chain(() -> insert(transaction, source))
                        .map(CreateSource::answer));
    }

    /** Makes the first source there ever was; null when there has been one. */
    Uni<@Nullable SourceView> createFirst(NewSource wanted) {
        return pool.withTransaction(transaction -> markFirst(transaction)
                .chain(first ->
                        first ? insert(transaction, wanted) : Uni.createFrom().nullItem()));
    }

    private static Answer answer(SourceView made) {
        return Answer.of(201, made, Map.of(HttpHeaders.LOCATION, "/api/sources/" + made.id()));
    }

    private static Uni<Boolean> markFirst(SqlConnection transaction) {
        return transaction.query(MARK_FIRST).execute().map(rows -> rows.rowCount() == 1);
    }

    private Uni<SourceView> insert(SqlConnection transaction, NewSource wanted) {
        UUID id = SourceId.next().value();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Access access = wanted.access();
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addString(wanted.name())
                .addString(wanted.kind())
                .addString(wanted.config().path())
                .addBoolean(access.allowsEveryone())
                .addArrayOfUUID(access.memberIds().toArray(UUID[]::new))
                .addArrayOfUUID(access.groupIds().toArray(UUID[]::new))
                .addValue(now.atOffset(ZoneOffset.UTC));
        return transaction
                .preparedQuery(INSERT)
                .execute(values)
                .chain(() -> transaction.preparedQuery(INSERT_SYNC).execute(Tuple.of(id)))
                .replaceWith(() -> SourceView.whole(new Source(id, wanted, now)));
    }
}
