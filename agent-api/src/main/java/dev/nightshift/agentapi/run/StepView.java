package dev.nightshift.agentapi.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A journaled step as the runner tells it; for the API document. */
@Schema(name = "Step")
record StepView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long n,

        @Schema(
                required = true,
                enumeration = {"model", "tool"})
        String kind,

        @Nullable String tool,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable JsonNode arguments,

        @Nullable String result,

        @Schema(
                required = true,
                enumeration = {"running", "completed", "failed", "refused", "interrupted"})
        String status,

        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long durationMs,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens) {

    /** A page of steps, ascending. */
    @Schema(name = "StepPage")
    record StepPage(
            @Schema(required = true) java.util.List<StepView> items,

            @Schema(required = true, nullable = true) @Nullable String nextCursor) {}
}
