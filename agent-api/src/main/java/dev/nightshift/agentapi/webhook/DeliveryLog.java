package dev.nightshift.agentapi.webhook;

import dev.nightshift.agentapi.event.NumberedEvent;
import dev.nightshift.agentapi.webhook.Delivery.Cause;
import dev.nightshift.agentapi.webhook.Delivery.Outcome;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.listing.PageRequest;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of deliveries: the log, and the queue of those that do not come from the feed. */
@ApplicationScoped
class DeliveryLog {
    private static final String ADD = """
            insert into webhook_deliveries (id, webhook_id, cause, event_id, event_number, event_type, body, status,
                next_attempt_at)
            values ($1, $2, $3, $4, $5, $6, $7, 'pending', now()) on conflict do nothing returning *""";
    private static final String FED = """
            insert into webhook_deliveries (id, webhook_id, cause, event_id, event_number, event_type, status, attempt,
                response_status, response, error, duration_ms, attempted_at, next_attempt_at)
            select $1, $2, 'event', $3, $4, $5, $6, 1, $7, $8, $9, $10, now(), $11
            where exists (select 1 from webhooks where id = $2)
            on conflict (id) do update set status = excluded.status, attempt = webhook_deliveries.attempt + 1,
                response_status = excluded.response_status, response = excluded.response, error = excluded.error,
                duration_ms = excluded.duration_ms, attempted_at = excluded.attempted_at,
                next_attempt_at = excluded.next_attempt_at""";
    /** The time of the next attempt is the lease: if this node dies, another tries again then. */
    private static final String CLAIM = """
            update webhook_deliveries set attempt = attempt + 1, next_attempt_at = now() + interval '60 seconds'
            where id in (select id from webhook_deliveries where next_attempt_at <= now() and cause <> 'event'
                order by next_attempt_at limit $1 for update skip locked)
            returning *""";

    private static final String SETTLE = """
            update webhook_deliveries set status = $3, response_status = $4, response = $5, error = $6, duration_ms = $7,
                attempted_at = now(), next_attempt_at = $8
            where id = $1 and attempt = $2""";
    private static final String LIST = """
            select * from webhook_deliveries where webhook_id = $1
            and ($2::timestamptz is null or (created_at, id) < ($2, $3))
            order by created_at desc, id desc limit $4""";

    private final Pool pool;

    DeliveryLog(Pool pool) {
        this.pool = pool;
    }

    /** Queues a message that is sent by itself; empty when it is there already. */
    Uni<Optional<Delivery>> add(SqlClient client, Delivery delivery) {
        return client.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(delivery.id())
                        .addUUID(delivery.webhook())
                        .addString(delivery.cause().wire())
                        .addString(delivery.message().id())
                        .addLong(delivery.eventNumber())
                        .addString(delivery.message().type())
                        .addString(
                                delivery.message().body().isEmpty()
                                        ? null
                                        : delivery.message().body()))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** Notes an attempt to deliver an event of the feed. */
    Uni<Void> fed(SqlClient client, UUID webhook, NumberedEvent event, Attempt attempt, @Nullable Instant next) {
        return client.preparedQuery(FED)
                .execute(Tuple.tuple()
                        .addUUID(Uuids.v5(webhook, "event " + event.number()))
                        .addUUID(webhook)
                        .addString(event.id())
                        .addLong(event.number())
                        .addString(event.type())
                        .addString(attempt.isDelivered() ? "delivered" : "failed")
                        .addInteger(attempt.status())
                        .addString(attempt.response())
                        .addString(attempt.error())
                        .addLong(attempt.took().toMillis())
                        .addValue(next == null ? null : next.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Takes messages that are to be sent now, at most {@code limit}; the caller settles them within a minute. */
    Uni<List<Delivery>> claim(int limit) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(limit)).map(DeliveryLog::all);
    }

    /** Without effect when another node has taken it meanwhile. */
    Uni<Void> settle(Delivery claimed, Attempt attempt, @Nullable Instant next) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.tuple()
                        .addUUID(claimed.id())
                        .addInteger(claimed.attempt())
                        .addString(attempt.isDelivered() ? "delivered" : "failed")
                        .addInteger(attempt.status())
                        .addString(attempt.response())
                        .addString(attempt.error())
                        .addLong(attempt.took().toMillis())
                        .addValue(next == null ? null : next.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<List<Delivery>> list(UUID webhook, PageRequest page) {
        PageRequest.Position after = page.after();
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(
                        webhook,
                        after == null ? null : after.at().atOffset(ZoneOffset.UTC),
                        after == null ? null : after.id(),
                        page.limit() + 1))
                .map(DeliveryLog::all);
    }

    Uni<Optional<Delivery>> one(UUID webhook, UUID id) {
        return pool.preparedQuery("select * from webhook_deliveries where webhook_id = $1 and id = $2")
                .execute(Tuple.of(webhook, id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** How many tests and redeliveries of the webhook wait. */
    Uni<Long> waiting(SqlClient client, UUID webhook) {
        return client.preparedQuery("select count(*) as count from webhook_deliveries where webhook_id = $1"
                        + " and cause in ('test', 'redelivery') and next_attempt_at is not null")
                .execute(Tuple.of(webhook))
                .map(rows -> rows.iterator().next().getLong("count"));
    }

    /** Forgets what is older than thirty days. */
    @Scheduled(every = "1h", delayed = "12m")
    Uni<Void> forgetOld() {
        return pool.query("delete from webhook_deliveries where created_at < now() - interval '30 days'")
                .execute()
                .replaceWithVoid();
    }

    private static List<Delivery> all(RowSet<Row> rows) {
        List<Delivery> deliveries = new ArrayList<>();
        rows.forEach(row -> deliveries.add(read(row)));
        return deliveries;
    }

    private static Delivery read(Row row) {
        return new Delivery(
                row.getUUID("id"),
                row.getUUID("webhook_id"),
                Cause.of(row.getString("cause")),
                new Message(
                        row.getString("event_id"),
                        row.getString("event_type"),
                        Objects.requireNonNullElse(row.getString("body"), "")),
                row.getLong("event_number"),
                row.getInteger("attempt"),
                new Outcome(
                        row.getString("status"),
                        row.getInteger("response_status"),
                        row.getString("response"),
                        row.getString("error"),
                        row.getLong("duration_ms")),
                row.getOffsetDateTime("created_at").toInstant(),
                Webhooks.instant(row.getOffsetDateTime("attempted_at")),
                Webhooks.instant(row.getOffsetDateTime("next_attempt_at")));
    }
}
