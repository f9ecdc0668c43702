package dev.nightshift.agentapi.audit;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that choose entries. */
record AuditParameters(
        @Parameter(description = "One or several actions, separated by commas, for example member.disabled")
        @QueryParam("action")
        @Nullable String action,

        @Parameter(
                description = "Id of the member who acted",
                schema = @Schema(type = SchemaType.STRING, format = "uuid"))
        @QueryParam("actorId")
        @Nullable String actorId,

        @Parameter(description = "Id of what it was done to") @QueryParam("targetId") @Nullable String targetId,

        @Parameter(
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"done", "refused"}))
        @QueryParam("outcome")
        @Nullable String outcome,

        @Parameter(
                description = "Not before this time",
                schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        @QueryParam("from")
        @Nullable String from,

        @Parameter(description = "Before this time", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        @QueryParam("to")
        @Nullable String to) {

    AuditFilter.Sent sent() {
        return new AuditFilter.Sent(action, actorId, targetId, outcome, from, to);
    }
}
