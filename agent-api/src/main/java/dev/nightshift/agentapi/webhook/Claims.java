package dev.nightshift.agentapi.webhook;

import dev.nightshift.agentapi.event.NumberedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which node delivers for which webhook: one at a time. A claim that is not renewed is free after a minute; whoever lost
 * it changes nothing any more.
 */
@ApplicationScoped
class Claims {
    /** Those that fare well come first. */
    private static final String CLAIM = """
            update webhooks set claim = $1, claimed_until = now() + interval '60 seconds'
            where id in (select id from webhooks where state = 'active' and next_attempt_at <= now()
                and (claimed_until is null or claimed_until < now())
                and cursor < (select last from background_event_counter)
                order by failures, next_attempt_at limit $2 for update skip locked)
            returning *""";

    private static final String RENEW = """
            update webhooks set claimed_until = now() + interval '60 seconds'
            where id = $1 and claim = $2 and state = 'active' returning *""";
    private static final String RELEASE = """
            update webhooks set cursor = greatest(cursor, $3), claim = null, claimed_until = null
            where id = $1 and claim = $2""";
    private static final String DELIVERED = """
            update webhooks set cursor = $3, failures = 0, failing_since = null, next_attempt_at = now()
            where id = $1 and claim = $2""";
    private static final String FAILED = """
            update webhooks set failures = failures + 1, failing_since = coalesce(failing_since, now()),
                next_attempt_at = now() + $3 * interval '1 millisecond', claim = null, claimed_until = null,
                state = case when $4 or failing_since < now() - $5 * interval '1 millisecond' then 'paused' else state end
            where id = $1 and claim = $2 returning *""";
    private static final String SAY_WHY = "update webhooks set paused_reason = $2, updated_at = now() where id = $1";

    private final Pool pool;
    private final DeliveryLog log;

    Claims(Pool pool, DeliveryLog log) {
        this.pool = pool;
        this.log = log;
    }

    /** The right to deliver for a webhook. */
    record Claim(UUID id, Webhook webhook) {}

    /** After a failed attempt: pause for so long, or, where the receiver is {@code gone}, for good. */
    record Setback(Duration pause, boolean gone, Duration giveUp) {}

    /** Webhooks for which there are events that nobody has looked at, at most {@code limit}. */
    Uni<List<Claim>> take(int limit) {
        UUID id = UUID.randomUUID();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(id, limit))
                .map(rows -> Webhooks.all(rows).stream()
                        .map(webhook -> new Claim(id, webhook))
                        .toList());
    }

    /** The webhook as it is now, for another minute; empty when it was paused, changed, deleted or lost. */
    Uni<Optional<Claim>> renew(Claim claim) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(claim.webhook().id(), claim.id()))
                .map(rows -> Webhooks.all(rows).stream().findFirst().map(webhook -> new Claim(claim.id(), webhook)));
    }

    /** Nothing is left for it up to this number. */
    Uni<Void> release(Claim claim, long upTo) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(claim.webhook().id(), claim.id(), upTo))
                .replaceWithVoid();
    }

    /** Goes on after this event. */
    Uni<Void> delivered(Claim claim, NumberedEvent event, Attempt attempt) {
        return pool.withTransaction(transaction -> log.fed(
                        transaction, claim.webhook().id(), event, attempt, null)
                .chain(() -> transaction
                        .preparedQuery(DELIVERED)
                        .execute(Tuple.of(claim.webhook().id(), claim.id(), event.number())))
                .replaceWithVoid());
    }

    /** The event stays the next one. Gives the webhook when that paused it, in the same transaction as {@code alsoWhenPaused}. */
    Uni<Void> failed(Claim claim, NumberedEvent event, Attempt attempt, Setback setback, WhenPaused whenPaused) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(FAILED)
                .execute(Tuple.of(
                        claim.webhook().id(),
                        claim.id(),
                        setback.pause().toMillis(),
                        setback.gone(),
                        setback.giveUp().toMillis()))
                .map(rows -> Webhooks.all(rows).stream().findFirst())
                .call(webhook -> log.fed(
                        transaction,
                        claim.webhook().id(),
                        event,
                        attempt,
                        webhook.map(Claims::nextAttempt).orElse(null)))
                .chain(webhook -> webhook.filter(w -> w.state() == Webhook.State.PAUSED)
                        .map(paused -> paused(transaction, paused, setback.gone(), whenPaused))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    /** What else belongs to a webhook's being paused. */
    interface WhenPaused {
        Uni<Void> in(SqlConnection transaction, Webhook webhook, String reason);
    }

    private static Uni<Void> paused(SqlConnection transaction, Webhook webhook, boolean gone, WhenPaused also) {
        String reason = gone
                ? "the receiver answered 410: it wants nothing any more"
                : "every delivery has failed since " + webhook.progress().failingSince();
        return transaction
                .preparedQuery(SAY_WHY)
                .execute(Tuple.of(webhook.id(), reason))
                .chain(() -> also.in(transaction, webhook, reason));
    }

    private static @Nullable Instant nextAttempt(Webhook webhook) {
        return webhook.state() == Webhook.State.ACTIVE ? webhook.progress().nextAttemptAt() : null;
    }
}
