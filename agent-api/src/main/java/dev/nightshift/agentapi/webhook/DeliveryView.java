package dev.nightshift.agentapi.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a webhook's delivery log. */
@Schema(name = "WebhookDelivery")
record DeliveryView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID webhookId,

        @Schema(required = true, description = "The message's webhook-id; a repeat has the same")
        String eventId,

        @Schema(required = true) String type,

        @Schema(
                required = true,
                enumeration = {"event", "test", "redelivery", "notification"})
        String cause,

        @Schema(
                required = true,
                enumeration = {"pending", "delivered", "failed"},
                description = "Of the last attempt")
        String status,

        @Schema(required = true, description = "Counts from 1; 0 before the first")
        int attempt,

        @Nullable Integer responseStatus,

        @Schema(description = "The first 1,024 bytes of the answer") @Nullable String response,

        @Nullable String error,
        @Nullable Long durationMs,
        @Schema(required = true) Instant createdAt,
        @Nullable Instant attemptedAt,

        @Schema(description = "Absent when it is not tried again") @Nullable Instant nextAttemptAt) {

    static DeliveryView of(Delivery delivery) {
        Delivery.Outcome outcome = delivery.outcome();
        return new DeliveryView(
                delivery.id(),
                delivery.webhook(),
                delivery.message().id(),
                delivery.message().type(),
                delivery.cause().wire(),
                outcome.status(),
                delivery.attempt(),
                outcome.responseStatus(),
                outcome.response(),
                outcome.error(),
                outcome.durationMs(),
                delivery.createdAt(),
                delivery.attemptedAt(),
                delivery.nextAttemptAt());
    }
}
