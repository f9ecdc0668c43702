package dev.nightshift.agentapi.accesstoken;

import dev.nightshift.agentapi.secret.Secrets;
import dev.nightshift.agentapi.signin.Scopes;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of personal access tokens. A member has at most {@value #MOST}. */
@ApplicationScoped
public class AccessTokens {
    static final int MOST = 50;
    static final String PREFIX = "nsp_";

    private static final int SHOWN = PREFIX.length() + 4;
    private static final String COLUMNS = "id, name, prefix, scopes, created_at, expires_at, last_used_at";
    private static final String LOCK_MEMBER = "select id from members where id = $1 and state = 'active' for update";
    private static final String COUNT = "select count(*) as n from access_tokens where member_id = $1";
    private static final String INSERT = """
            insert into access_tokens (id, member_id, name, token_hash, prefix, scopes, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7) returning\s""" + COLUMNS;
    private static final String LIST = "select " + COLUMNS + " from access_tokens where member_id = $1"
            + " and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))"
            + " order by created_at desc, id desc limit $4";
    private static final String ONE = "select " + COLUMNS + " from access_tokens where member_id = $1 and id = $2";
    private static final String RENAME =
            "update access_tokens set name = $3 where member_id = $1 and id = $2 returning " + COLUMNS;
    private static final String DELETE =
            "delete from access_tokens where member_id = $1 and id = $2 returning " + COLUMNS;

    private final Pool pool;

    AccessTokens(Pool pool) {
        this.pool = pool;
    }

    /** A token that has just been made; {@code text} is nowhere else. */
    public record Made(UUID id, String text, AccessToken shown) {}

    /**
     * Makes a token for a member. Fails with a 409 for one too many, and with a 401 for a member who is not active (any
     * more).
     */
    public Uni<Made> make(SqlClient transaction, MemberId member, NewAccessToken asked) {
        return room(transaction, member).chain(() -> insert(transaction, member, asked));
    }

    /** Holds the member's row until the transaction ends, so that nobody adds another token meanwhile. */
    public Uni<Void> room(SqlClient transaction, MemberId member) {
        return transaction
                .preparedQuery(LOCK_MEMBER)
                .execute(Tuple.of(member.value()))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.unauthorized();
                    }
                })
                .chain(() -> transaction.preparedQuery(COUNT).execute(Tuple.of(member.value())))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong("n") >= MOST) {
                        throw Problem.conflict(
                                "You have " + MOST + " access tokens, the most there can be. Delete one first.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Made> insert(SqlClient transaction, MemberId member, NewAccessToken asked) {
        UUID id = Uuids.v7();
        String text = PREFIX + Secrets.random();
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addUUID(member.value())
                .addString(asked.name())
                .addValue(Buffer.buffer(Secrets.hash(text)))
                .addString(text.substring(0, SHOWN))
                .addArrayOfString(asked.scopes().labels().toArray(String[]::new))
                .addOffsetDateTime(utc(asked.expiresAt()));
        return transaction
                .preparedQuery(INSERT)
                .execute(values)
                .map(rows -> new Made(id, text, read(rows.iterator().next())));
    }

    /** One row more than the page holds, newest first. */
    Uni<List<AccessToken>> list(MemberId member, PageRequest page) {
        PageRequest.Position after = page.after();
        Tuple values = Tuple.tuple()
                .addUUID(member.value())
                .addOffsetDateTime(utc(after == null ? null : after.at()))
                .addUUID(after == null ? null : after.id())
                .addInteger(page.limit() + 1);
        return pool.preparedQuery(LIST)
                .execute(values)
                .map(rows -> rows.stream().map(AccessTokens::read).toList());
    }

    Uni<Optional<AccessToken>> one(MemberId member, UUID id) {
        return pool.preparedQuery(ONE).execute(Tuple.of(member.value(), id)).map(AccessTokens::first);
    }

    Uni<Optional<AccessToken>> rename(SqlClient transaction, MemberId member, UUID id, String name) {
        return transaction
                .preparedQuery(RENAME)
                .execute(Tuple.of(member.value(), id, name))
                .map(AccessTokens::first);
    }

    Uni<Optional<AccessToken>> delete(SqlClient transaction, MemberId member, UUID id) {
        return transaction
                .preparedQuery(DELETE)
                .execute(Tuple.of(member.value(), id))
                .map(AccessTokens::first);
    }

    /** An expired token stays in its owner's list for a month, to be understood. */
    @Scheduled(every = "1h", delayed = "7m")
    Uni<Void> forgetExpired() {
        return pool.query("delete from access_tokens where expires_at < now() - interval '30 days'")
                .execute()
                .replaceWithVoid();
    }

    private static Optional<AccessToken> first(RowSet<Row> rows) {
        return rows.stream().findFirst().map(AccessTokens::read);
    }

    private static AccessToken read(Row row) {
        return new AccessToken(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("prefix"),
                Scopes.of(List.of(row.getArrayOfStrings("scopes"))).labels(),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("expires_at")),
                instant(row.getOffsetDateTime("last_used_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
