package dev.nightshift.agentapi.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as its owner sees it. */
@Schema(name = "Webhook")
record WebhookView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true) String url,

        @Schema(
                required = true,
                enumeration = {
                    "background_task_started",
                    "background_task_completed",
                    "background_task_error",
                    "background_agent_status"
                })
        List<String> events,

        @Schema(description = "Events of this agent only") @Nullable UUID agentId,

        @Schema(
                required = true,
                enumeration = {"active", "paused"})
        String state,

        @Schema(description = "Why the platform paused it, where it did") @Nullable String pausedReason,

        @Schema(required = true, description = "Failed deliveries in a row")
        int failures,

        @Nullable Instant failingSince,

        @Schema(description = "When a delivery that failed is tried again") @Nullable Instant nextAttemptAt,

        @Schema(required = true) Instant secretSetAt,

        @Schema(description = "Shown once: when the webhook is made, and when its secret is made anew") @Nullable String secret,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static WebhookView of(Webhook webhook) {
        Webhook.Progress progress = webhook.progress();
        boolean waits = webhook.state() == Webhook.State.ACTIVE && progress.failures() > 0;
        return new WebhookView(
                webhook.id(),
                webhook.wanted().name(),
                webhook.wanted().url(),
                webhook.wanted().events(),
                webhook.wanted().agentId() == null
                        ? null
                        : webhook.wanted().agentId().value(),
                webhook.state().wire(),
                webhook.pausedReason(),
                progress.failures(),
                progress.failingSince(),
                waits ? progress.nextAttemptAt() : null,
                webhook.secrets().setAt(),
                null,
                webhook.createdAt(),
                webhook.updatedAt());
    }
}
