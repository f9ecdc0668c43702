package dev.nightshift.agentapi.invite;

import dev.nightshift.agentapi.secret.Secrets;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invites table. */
@ApplicationScoped
class Invites {
    private static final String SELECT = """
            select * from (
                select i.*, b.name as created_name, u.name as used_name,
                    case when i.used_at is not null then 'used' when i.revoked_at is not null then 'revoked'
                         when i.expires_at <= now() then 'expired' else 'open' end as state
                from invites i join members b on b.id = i.created_by left join members u on u.id = i.used_by) i
            """;
    private static final String LIST = SELECT + """
            where ($1::text is null or state = $1) and ($2::timestamptz is null or (created_at, id) < ($2, $3))
            order by created_at desc, id desc limit $4""";
    private static final String INSERT = """
            insert into invites (id, code_hash, role, email, created_by, expires_at)
            values ($1, $2, $3, $4, $5, now() + interval '72 hours')""";

    private final Pool pool;

    Invites(Pool pool) {
        this.pool = pool;
    }

    /** One more than the page holds, where there are more; newest first. */
    Uni<List<Invite>> list(@Nullable String state, PageRequest page) {
        PageRequest.Position after = page.after();
        Tuple values = Tuple.tuple()
                .addString(state)
                .addValue(after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .addUUID(after == null ? null : after.id())
                .addInteger(page.limit() + 1);
        return pool.preparedQuery(LIST)
                .execute(values)
                .map(rows -> rows.stream().map(Invites::read).toList());
    }

    /** 404 for none. */
    Uni<Invite> byId(UUID id) {
        return byId(pool, id);
    }

    /** Whoever has the code; the problem says whether it is unknown, used or expired. */
    Uni<Invite> open(String code) {
        return pool.preparedQuery(SELECT + "where code_hash = $1")
                .execute(Tuple.of(hash(code)))
                .map(rows -> rows.stream().findFirst().map(Invites::read).orElseThrow(Invite::unknown))
                .invoke(Invite::requireOpen);
    }

    /** As {@link #open}, and nobody else comes in with it unless the transaction fails. */
    static Uni<Invite> take(SqlConnection transaction, String code) {
        return transaction
                .preparedQuery("select id from invites where code_hash = $1 for update")
                .execute(Tuple.of(hash(code)))
                .map(rows -> rows.stream().findFirst().orElseThrow(Invite::unknown))
                .chain(row -> byId(transaction, row.getUUID("id")))
                .invoke(Invite::requireOpen);
    }

    static Uni<Void> use(SqlConnection transaction, UUID id, MemberId by) {
        return transaction
                .preparedQuery("update invites set used_at = now(), used_by = $2 where id = $1")
                .execute(Tuple.of(id, by.value()))
                .replaceWithVoid();
    }

    static Uni<Invite> lock(SqlConnection transaction, UUID id) {
        return transaction
                .preparedQuery("select id from invites where id = $1 for update")
                .execute(Tuple.of(id))
                .chain(() -> byId(transaction, id));
    }

    static Uni<Invite> insert(SqlConnection transaction, NewInvite invite, String code, MemberId by) {
        Tuple values = Tuple.of(invite.id(), hash(code), invite.role(), invite.email(), by.value());
        return transaction.preparedQuery(INSERT).execute(values).chain(() -> byId(transaction, invite.id()));
    }

    static Uni<Void> update(SqlConnection transaction, Invite invite) {
        return transaction
                .preparedQuery("update invites set role = $2, email = $3 where id = $1")
                .execute(Tuple.of(invite.id(), invite.role(), invite.email()))
                .replaceWithVoid();
    }

    static Uni<Void> revoke(SqlConnection transaction, UUID id) {
        return transaction
                .preparedQuery("update invites set revoked_at = coalesce(revoked_at, now()) where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private static Uni<Invite> byId(SqlClient client, UUID id) {
        return client.preparedQuery(SELECT + "where id = $1")
                .execute(Tuple.of(id))
                .map(rows ->
                        rows.stream().findFirst().map(Invites::read).orElseThrow(() -> Problem.notFound("invite")));
    }

    private static Buffer hash(String code) {
        return Buffer.buffer(Secrets.hash(code));
    }

    private static Invite read(Row row) {
        UUID usedBy = row.getUUID("used_by");
        return new Invite(
                row.getUUID("id"),
                null,
                row.getString("role"),
                row.getString("email"),
                row.getString("state"),
                new Invite.Person(row.getUUID("created_by"), row.getString("created_name")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                usedBy == null ? null : new Invite.Person(usedBy, row.getString("used_name")),
                Optional.ofNullable(row.getOffsetDateTime("used_at"))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
