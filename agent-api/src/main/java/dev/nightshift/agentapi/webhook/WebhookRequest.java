package dev.nightshift.agentapi.webhook;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to make and to change webhooks; for the API document. */
final class WebhookRequest {
    private static final String URL_RULE = "http or https, at most 2,000 characters, without user name and password;"
            + " an address of the open Internet unless the installation allows others";
    private static final String EVENTS_RULE = "One or several types of public events";

    private WebhookRequest() {}

    @Schema(name = "CreateWebhook")
    record Create(
            @Schema(required = true, maxLength = 100, examples = "On-call")
            String name,

            @Schema(required = true, description = URL_RULE, examples = "https://example.com/hooks")
            String url,

            @Schema(
                    required = true,
                    description = EVENTS_RULE,
                    enumeration = {
                        "background_task_started",
                        "background_task_completed",
                        "background_task_error",
                        "background_agent_status"
                    },
                    examples = "[\"background_task_error\"]")
            List<String> events,

            @Schema(description = "Events of this agent only") @Nullable UUID agentId) {}

    @Schema(name = "PatchWebhook")
    record Patch(
            @Schema(maxLength = 100) @Nullable String name,
            @Schema(description = URL_RULE) @Nullable String url,

            @Schema(
                    description = EVENTS_RULE,
                    enumeration = {
                        "background_task_started",
                        "background_task_completed",
                        "background_task_error",
                        "background_agent_status"
                    })
            @Nullable List<String> events,

            @Schema(enumeration = {"active", "paused"}) @Nullable String state) {}
}
