package dev.nightshift.agentapi.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the audit log. */
@Schema(name = "AuditEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant at,

        @Schema(required = true, description = "noun.verb", examples = "member.disabled")
        String action,

        @Schema(
                required = true,
                enumeration = {"done", "refused"})
        String outcome,

        @Schema(required = true) Party actor,
        @Nullable Thing target,

        @Schema(description = "The client's address; absent for the platform's own acts") @Nullable String address,

        @Schema(description = "What the person came with: session:<id> or token:<id>") @Nullable String credential,

        @Schema(required = true, type = SchemaType.OBJECT, implementation = Object.class, description = "What changed")
        JsonNode detail) {

    /** Who did it. */
    @Schema(name = "AuditActor")
    record Party(
            @Schema(
                    required = true,
                    enumeration = {"member", "service", "system", "anonymous"})
            String kind,

            @Nullable UUID id,
            @Nullable String name) {}

    /** What it was done to. */
    @Schema(name = "AuditTarget")
    record Thing(
            @Schema(required = true, examples = "member") String kind,
            @Schema(required = true) String id,
            @Nullable String name) {}
}
