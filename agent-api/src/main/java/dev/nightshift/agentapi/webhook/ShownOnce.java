package dev.nightshift.agentapi.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.idempotency.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Answers that hold a new secret: kept for repeats as long as others, with the secret sealed, and opened on their way out. */
@ApplicationScoped
class ShownOnce {
    private static final String SECRET = "secret";

    private final SealedSecrets sealed;

    ShownOnce(SealedSecrets sealed) {
        this.sealed = sealed;
    }

    /** A new secret for the webhook, sealed. */
    String fresh(UUID webhook) {
        return sealed.seal(webhook, SealedSecrets.fresh());
    }

    /** An answer as it may be kept. */
    static Answer answer(int status, Webhook webhook) {
        ObjectNode body = Json.mapper().valueToTree(WebhookView.of(webhook));
        body.put(SECRET, webhook.secrets().current());
        Map<String, String> headers = status == 201 ? Map.of("Location", "/api/webhooks/" + webhook.id()) : Map.of();
        return Answer.of(status, body, headers);
    }

    /** The answer as its owner gets it. */
    Answer open(Answer kept) {
        try {
            JsonNode body = Json.mapper().readTree(kept.body());
            UUID webhook = UUID.fromString(body.get("id").asText());
            sealed.open(webhook, body.get(SECRET).asText())
                    .ifPresentOrElse(
                            secret -> ((ObjectNode) body).put(SECRET, secret),
                            () -> ((ObjectNode) body).remove(SECRET));
            return new Answer(kept.status(), body.toString(), kept.headers());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer is always JSON", e);
        }
    }
}
