package dev.nightshift.agentapi.emergency;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.contracts.Author;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The emergency stop of everything. */
@Path("/api/emergency-stop")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "emergency stop")
class EmergencyStopResource {
    private static final int LONGEST_REASON = 500;

    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final EmergencyStop stop;
    private final ChangeEmergencyStop change;

    EmergencyStopResource(CurrentCaller caller, CurrentActor actor, EmergencyStop stop, ChangeEmergencyStop change) {
        this.caller = caller;
        this.actor = actor;
        this.stop = stop;
        this.change = change;
    }

    /** Whether everything is stopped, since when, by whom and why. */
    @Schema(name = "EmergencyStop")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            @Schema(required = true) boolean active,
            @Nullable Instant since,
            @Nullable By by,
            @Nullable String reason) {

        /** Who brought it into force. */
        @Schema(name = "EmergencyStopBy")
        record By(
                @Schema(required = true) UUID id,
                @Schema(required = true) String name) {}

        static View of(Optional<Emergency> emergency) {
            return emergency
                    .map(e -> new View(true, e.since(), new By(e.by().memberId().value(), e.by().name()), e.reason()))
                    .orElseGet(() -> new View(false, null, null, null));
        }
    }

    /** Why everything has to stop. */
    @Schema(name = "StopEverything")
    record Request(
            @Schema(required = true, maxLength = LONGEST_REASON)
            String reason) {}

    @GET
    @Operation(summary = "Whether everything is stopped", operationId = "getEmergencyStop")
    public Uni<View> get() {
        caller.member();
        return stop.inForce().map(View::of);
    }

    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Stop everything",
            description = "Every run ends, chats too; active agents are stopped until the release; nothing starts.",
            operationId = "stopEverything")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Request.class)))
    @APIResponse(
            responseCode = "200",
            description = "Everything is stopped",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "There is no reason")
    @APIResponse(responseCode = "409", description = "It is in force already")
    public Uni<View> begin(@Nullable JsonNode body) {
        MemberCaller member = caller.member();
        Fields fields = Fields.of(body);
        String reason = fields.requiredText("reason", LONGEST_REASON, "\"Wrong mails are being sent.\"");
        fields.rejectOthers();
        fields.throwIfInvalid();
        if (reason == null) {
            throw Problem.malformed("reason is required.");
        }
        return change.begin(new Author(member.memberId(), member.name()), reason, actor.get())
                .map(emergency -> View.of(Optional.of(emergency)));
    }

    @DELETE
    @RolesAllowed("admin")
    @Operation(
            summary = "Release the emergency stop",
            description = "Agents that it stopped are active again, unless somebody changed their state meanwhile.",
            operationId = "releaseEmergencyStop")
    @APIResponse(
            responseCode = "200",
            description = "Nothing is stopped any more by it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    public Uni<View> end() {
        caller.member();
        return change.end(actor.get()).map(done -> View.of(Optional.empty()));
    }
}
