package dev.nightshift.agentapi.webhook;

import dev.nightshift.agentapi.webhook.Webhook.Progress;
import dev.nightshift.agentapi.webhook.Webhook.Secrets;
import dev.nightshift.agentapi.webhook.Webhook.State;
import dev.nightshift.agentapi.webhook.Webhook.Wanted;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.listing.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The webhooks table, as their owners use it. */
@ApplicationScoped
class Webhooks {
    /** It begins after the newest event; what happened before it was made is none of its business. */
    private static final String INSERT = """
            insert into webhooks (id, member_id, as_admin, name, url, events, agent_id, state, secret, secret_set_at,
                created_at, updated_at, cursor)
            select $1, $2, $3, $4, $5, $6, $7, 'active', $8, now(), now(), now(), last from background_event_counter
            returning *""";
    /** A change is a new beginning: whoever delivers at the moment lets go, and a pause after failures is over. */
    private static final String UPDATE = """
            update webhooks set as_admin = $2, name = $3, url = $4, events = $5, state = $6,
                paused_reason = case when state = 'paused' and $6 = 'paused' then paused_reason end,
                updated_at = now(), failures = 0, failing_since = null, next_attempt_at = now(), claim = null,
                claimed_until = null
            where id = $1 returning *""";

    private static final String ROTATE = """
            update webhooks set previous_secret = secret, previous_until = now() + interval '24 hours', secret = $2,
                secret_set_at = now(), updated_at = now()
            where id = $1 returning *""";
    private static final String LIST = """
            select * from webhooks where member_id = $1
            and ($2::timestamptz is null or (created_at, id) < ($2, $3))
            order by created_at desc, id desc limit $4""";

    private final Pool pool;

    Webhooks(Pool pool) {
        this.pool = pool;
    }

    <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    /** How many the member has; nobody else adds one for the member until the transaction ends. */
    Uni<Long> count(SqlConnection transaction, MemberId owner) {
        return transaction
                .preparedQuery("select id from members where id = $1 for update")
                .execute(Tuple.of(owner.value()))
                .chain(() -> transaction
                        .preparedQuery("select count(*) as count from webhooks where member_id = $1")
                        .execute(Tuple.of(owner.value())))
                .map(rows -> rows.iterator().next().getLong("count"));
    }

    Uni<Webhook> insert(SqlConnection transaction, Webhook.Wanted wanted, Owner owner, SealedSecret secret) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(secret.webhook())
                        .addUUID(owner.member().value())
                        .addBoolean(owner.admin())
                        .addString(wanted.name())
                        .addString(wanted.url())
                        .addArrayOfString(wanted.events().toArray(String[]::new))
                        .addUUID(
                                wanted.agentId() == null
                                        ? null
                                        : wanted.agentId().value())
                        .addString(secret.sealed()))
                .map(rows -> read(rows.iterator().next()));
    }

    /** Who sets a webhook up. */
    record Owner(MemberId member, boolean admin) {}

    /** The secret of a webhook. */
    record SealedSecret(UUID webhook, String sealed) {}

    Uni<List<Webhook>> list(MemberId owner, PageRequest page) {
        PageRequest.Position after = page.after();
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(
                        owner.value(),
                        after == null ? null : after.at().atOffset(ZoneOffset.UTC),
                        after == null ? null : after.id(),
                        page.limit() + 1))
                .map(Webhooks::all);
    }

    Uni<Optional<Webhook>> byId(UUID id) {
        return pool.preparedQuery("select * from webhooks where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    Uni<Optional<Webhook>> lock(SqlConnection transaction, UUID id) {
        return transaction
                .preparedQuery("select * from webhooks where id = $1 for update")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    Uni<Webhook> update(SqlConnection transaction, UUID id, boolean asAdmin, ReadWebhook.Patched patched) {
        Wanted wanted = patched.wanted();
        return transaction
                .preparedQuery(UPDATE)
                .execute(Tuple.of(
                        id,
                        asAdmin,
                        wanted.name(),
                        wanted.url(),
                        wanted.events().toArray(String[]::new),
                        patched.state().wire()))
                .map(rows -> read(rows.iterator().next()));
    }

    Uni<Webhook> rotate(SqlConnection transaction, SealedSecret secret) {
        return transaction
                .preparedQuery(ROTATE)
                .execute(Tuple.of(secret.webhook(), secret.sealed()))
                .map(rows -> read(rows.iterator().next()));
    }

    Uni<Void> delete(SqlConnection transaction, UUID id) {
        return transaction
                .preparedQuery("delete from webhooks where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    /** All rows of a result. */
    static List<Webhook> all(RowSet<Row> rows) {
        List<Webhook> webhooks = new ArrayList<>();
        rows.forEach(row -> webhooks.add(read(row)));
        return webhooks;
    }

    static Webhook read(Row row) {
        UUID agent = row.getUUID("agent_id");
        return new Webhook(
                row.getUUID("id"),
                new MemberId(row.getUUID("member_id")),
                row.getBoolean("as_admin"),
                new Wanted(
                        row.getString("name"),
                        row.getString("url"),
                        List.of(row.getArrayOfStrings("events")),
                        agent == null ? null : new AgentId(agent)),
                State.of(row.getString("state")),
                row.getString("paused_reason"),
                new Secrets(
                        row.getString("secret"),
                        row.getString("previous_secret"),
                        instant(row.getOffsetDateTime("previous_until")),
                        row.getOffsetDateTime("secret_set_at").toInstant()),
                new Progress(
                        row.getLong("cursor"),
                        row.getInteger("failures"),
                        instant(row.getOffsetDateTime("failing_since")),
                        row.getOffsetDateTime("next_attempt_at").toInstant()),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
