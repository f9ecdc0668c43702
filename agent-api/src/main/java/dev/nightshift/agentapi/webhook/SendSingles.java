package dev.nightshift.agentapi.webhook;

import dev.nightshift.agentapi.event.BackgroundEventLog;
import dev.nightshift.agentapi.webhook.Delivery.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Sends the messages that stand by themselves: a test and a redelivery are tried once, a notification for a day. An event
 * that is sent again is read, and judged, anew.
 */
@ApplicationScoped
class SendSingles {
    private static final Duration KEEP_TRYING = Duration.ofDays(1);

    private final BackgroundEventLog events;
    private final Webhooks webhooks;
    private final DeliveryLog log;
    private final SendSigned send;
    private final WebhookSettings settings;
    private final InstantSource clock = InstantSource.system();

    SendSingles(
            BackgroundEventLog events, Webhooks webhooks, DeliveryLog log, SendSigned send, WebhookSettings settings) {
        this.events = events;
        this.webhooks = webhooks;
        this.log = log;
        this.send = send;
        this.settings = settings;
    }

    Uni<Void> send(Delivery claimed) {
        return webhooks.byId(claimed.webhook())
                .chain(found -> found.map(webhook -> attempt(webhook, claimed)
                                .chain(attempt -> log.settle(claimed, attempt, next(claimed, attempt))))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Attempt> attempt(Webhook webhook, Delivery claimed) {
        if (claimed.cause() == Cause.NOTIFICATION && webhook.state() == Webhook.State.PAUSED) {
            return Uni.createFrom().item(Attempt.failed("not sent: the webhook is paused", Duration.ZERO));
        }
        return message(webhook, claimed)
                .chain(message -> message.map(m -> send.send(webhook, m))
                        .orElseGet(() -> Uni.createFrom()
                                .item(Attempt.failed(
                                        "not sent: the event is not kept or not visible any more", Duration.ZERO))));
    }

    private Uni<Optional<Message>> message(Webhook webhook, Delivery claimed) {
        Long number = claimed.eventNumber();
        if (number == null) {
            return Uni.createFrom().item(Optional.of(claimed.message()));
        }
        return events.after(number - 1, webhook.viewer(), webhook.choice(), 1)
                .map(found -> found.stream()
                        .filter(event -> event.number() == number)
                        .findFirst()
                        .map(Message::of));
    }

    private @Nullable Instant next(Delivery claimed, Attempt attempt) {
        Instant now = clock.instant();
        boolean again = claimed.cause() == Cause.NOTIFICATION
                && !attempt.isDelivered()
                && !attempt.isUnwanted()
                && claimed.createdAt().plus(KEEP_TRYING).isAfter(now);
        return again
                ? now.plus(RetryPause.after(
                        claimed.attempt(),
                        settings.retry(),
                        ThreadLocalRandom.current().nextDouble(),
                        attempt.retryAfter()))
                : null;
    }
}
