package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.RunLimits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields that may be written, for the API document; requests are read field by field, to report every fault. */
final class AgentRequest {
    private AgentRequest() {}

    /** A new agent. */
    @Schema(name = "NewAgent")
    record Create(
            @Schema(required = true, maxLength = 200) String name,
            @Nullable String description,

            @Schema(required = true, description = "At most 64 KiB")
            String instructions,

            @Schema(
                    enumeration = {"user", "org"},
                    defaultValue = "user")
            @Nullable String type,

            @Schema(
                    enumeration = {"everyone", "private"},
                    defaultValue = "everyone")
            @Nullable String visibility,

            @Schema(
                    required = true,
                    examples = {"every 6 hours", "0 9 * * 1-5", "manual"})
            String schedule,

            @Nullable String timezone,

            @Schema(
                    enumeration = {"skip", "allow_all"},
                    defaultValue = "skip")
            @Nullable String overlapPolicy,

            @Schema(defaultValue = "PT1H") @Nullable String catchUpWindow,

            @Schema(
                    enumeration = {"latest", "all"},
                    defaultValue = "latest")
            @Nullable String catchUpPolicy,

            @Nullable Long jitterMs,
            @Nullable Instant startAt,
            @Nullable Instant endAt,
            @Nullable String model,
            @Nullable List<UUID> allowedSources,
            @Nullable List<String> allowedActions,
            @Nullable RunLimits limits,

            @Schema(description = "Only of an org agent: members see status, times and summary of its runs") @Nullable Boolean resultsShared,

            @Schema(
                    enumeration = {"active", "paused"},
                    defaultValue = "active")
            @Nullable String state) {}

    /** A JSON merge patch: what is absent stays, null removes. */
    @Schema(name = "AgentPatch")
    record Patch(
            @Schema(maxLength = 200) @Nullable String name,
            @Nullable String description,
            @Nullable String instructions,

            @Schema(enumeration = {"everyone", "private"}) @Nullable String visibility,

            @Nullable String schedule,
            @Nullable String timezone,

            @Schema(enumeration = {"skip", "allow_all"}) @Nullable String overlapPolicy,

            @Nullable String catchUpWindow,

            @Schema(enumeration = {"latest", "all"}) @Nullable String catchUpPolicy,

            @Nullable Long jitterMs,
            @Nullable Instant startAt,
            @Nullable Instant endAt,
            @Nullable String model,
            @Nullable List<UUID> allowedSources,
            @Nullable List<String> allowedActions,
            @Nullable RunLimits limits,
            @Nullable Boolean resultsShared) {}

    /** Why it is paused. */
    @Schema(name = "PauseAgent")
    record Pause(@Schema(maxLength = 1000) @Nullable String note) {}
}
