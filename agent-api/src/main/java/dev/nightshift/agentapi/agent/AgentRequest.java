package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.RunLimits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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

            @Schema(description = "IANA; absent: the server's setting", examples = "Europe/Berlin") @Nullable String timezone,

            @Schema(
                    enumeration = {"skip", "allow_all"},
                    defaultValue = "skip")
            @Nullable String overlapPolicy,

            @Schema(defaultValue = "PT1H") @Nullable String catchUpWindow,

            @Schema(
                    enumeration = {"latest", "all"},
                    defaultValue = "latest")
            @Nullable String catchUpPolicy,

            @Schema(minimum = "0") @Nullable Long jitterMs,
            @Nullable Instant startAt,
            @Nullable Instant endAt,

            @Schema(description = "Absent: the configured default") @Nullable String model,

            @Schema(description = "Ids of sources; absent: none") @Nullable List<UUID> allowedSources,

            @Schema(description = "Names of tools; absent: every tool offered to user agents, for an org agent none")
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
            @Schema(nullable = true) @Nullable String description,
            @Nullable String instructions,

            @Schema(enumeration = {"everyone", "private"}) @Nullable String visibility,

            @Nullable String schedule,

            @Schema(nullable = true, description = "IANA", examples = "Europe/Berlin") @Nullable String timezone,

            @Schema(enumeration = {"skip", "allow_all"}) @Nullable String overlapPolicy,

            @Schema(nullable = true, description = "ISO-8601 duration", examples = "PT1H") @Nullable String catchUpWindow,

            @Schema(enumeration = {"latest", "all"}) @Nullable String catchUpPolicy,

            @Schema(nullable = true, minimum = "0") @Nullable Long jitterMs,

            @Schema(nullable = true, type = SchemaType.STRING, format = "date-time") @Nullable Instant startAt,

            @Schema(nullable = true, type = SchemaType.STRING, format = "date-time") @Nullable Instant endAt,

            @Schema(nullable = true, description = "null: the configured default") @Nullable String model,

            @Schema(nullable = true) @Nullable List<UUID> allowedSources,

            @Schema(nullable = true, description = "null: every tool offered to user agents; for an org agent none")
            @Nullable List<String> allowedActions,

            @Nullable RunLimits limits,
            @Nullable Boolean resultsShared) {}

    /** Why it is paused. */
    @Schema(name = "PauseAgent")
    record Pause(@Schema(maxLength = 1000) @Nullable String note) {}
}
