package dev.nightshift.agentapi.webhook;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.event.BackgroundEventLog;
import dev.nightshift.agentapi.event.NumberedEvent;
import dev.nightshift.agentapi.webhook.Claims.Claim;
import dev.nightshift.agentapi.webhook.Claims.Setback;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Delivers the events of the feed to one webhook, one after the other: the next is not sent before the last has arrived.
 * What its owner may not see any more is passed over, judged anew for every event.
 */
@ApplicationScoped
class FollowFeed {
    /** After so many events others have their turn. */
    private static final int TURN = 100;

    private final BackgroundEventLog events;
    private final Claims claims;
    private final SendSigned send;
    private final AuditLog audit;
    private final WebhookSettings settings;

    FollowFeed(BackgroundEventLog events, Claims claims, SendSigned send, AuditLog audit, WebhookSettings settings) {
        this.events = events;
        this.claims = claims;
        this.send = send;
        this.audit = audit;
        this.settings = settings;
    }

    /** Ends when nothing is left, an attempt failed, the claim was lost, or it was somebody else's turn. */
    Uni<Void> deliver(Claim claim) {
        return deliver(claim, TURN);
    }

    private Uni<Void> deliver(Claim claim, int left) {
        if (left == 0) {
            return claims.release(claim, 0);
        }
        Webhook webhook = claim.webhook();
        return events.extent()
                .chain(extent -> events.after(webhook.progress().cursor(), webhook.viewer(), webhook.choice(), 1)
                        .chain(found ->
                                found.isEmpty() ? claims.release(claim, extent.head()) : deliver(claim, found, left)));
    }

    private Uni<Void> deliver(Claim claim, List<NumberedEvent> found, int left) {
        NumberedEvent event = found.getFirst();
        return send.send(claim.webhook(), Message.of(event))
                .chain(attempt -> attempt.isDelivered()
                        ? claims.delivered(claim, event, attempt)
                                .chain(() -> claims.renew(claim))
                                .chain(renewed -> renewed.map(next -> deliver(next, left - 1))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))
                        : claims.failed(claim, event, attempt, setback(claim, attempt), this::tell));
    }

    private Setback setback(Claim claim, Attempt attempt) {
        Duration pause = RetryPause.after(
                claim.webhook().progress().failures() + 1,
                settings.retry(),
                ThreadLocalRandom.current().nextDouble(),
                attempt.retryAfter());
        return new Setback(pause, attempt.isUnwanted(), settings.giveUp());
    }

    private Uni<Void> tell(SqlConnection transaction, Webhook webhook, String reason) {
        return audit.write(
                transaction,
                Actor.system(),
                Act.done(
                        "webhook.paused",
                        new Act.Target(
                                "webhook",
                                webhook.id().toString(),
                                webhook.wanted().name()),
                        Map.of("reason", reason)));
    }
}
