package dev.nightshift.agentapi.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends one message to one webhook, signed as the Standard Webhooks specification says. */
@ApplicationScoped
class SendSigned {
    private static final String UNREADABLE =
            "not sent: the signing secret cannot be read any more, since the service secret was changed; make a new one";

    private final SealedSecrets sealed;
    private final PostMessage post;
    private final InstantSource clock = InstantSource.system();

    SendSigned(SealedSecrets sealed, PostMessage post) {
        this.sealed = sealed;
        this.post = post;
    }

    /** Never fails: what went wrong is in the attempt. */
    Uni<Attempt> send(Webhook webhook, Message message) {
        Instant now = clock.instant();
        List<String> secrets = secrets(webhook, now);
        if (secrets.isEmpty()) {
            return Uni.createFrom().item(Attempt.failed(UNREADABLE, Duration.ZERO));
        }
        String timestamp = String.valueOf(now.getEpochSecond());
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Nightshift-Webhooks/1",
                "webhook-id",
                message.id(),
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                Signature.of(message.id(), now.getEpochSecond(), message.body(), secrets));
        return post.post(WebhookUrl.parse(webhook.wanted().url()), headers, message.body());
    }

    /** The newest first; empty when that one cannot be read. */
    private List<String> secrets(Webhook webhook, Instant now) {
        Webhook.Secrets kept = webhook.secrets();
        List<String> secrets = new ArrayList<>();
        sealed.open(webhook.id(), kept.current()).ifPresent(secrets::add);
        boolean previousCounts =
                kept.previousUntil() != null && kept.previousUntil().isAfter(now);
        if (!secrets.isEmpty() && previousCounts) {
            Optional.ofNullable(kept.previous())
                    .flatMap(previous -> sealed.open(webhook.id(), previous))
                    .ifPresent(secrets::add);
        }
        return secrets;
    }
}
