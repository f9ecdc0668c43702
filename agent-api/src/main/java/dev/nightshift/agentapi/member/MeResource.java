package dev.nightshift.agentapi.member;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who am I. */
@Path("/api/me")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "identity")
class MeResource {
    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final Pool pool;
    private final ChangeMember change;

    MeResource(CurrentCaller caller, CurrentActor actor, Pool pool, ChangeMember change) {
        this.caller = caller;
        this.actor = actor;
        this.pool = pool;
        this.change = change;
    }

    /** The signed-in member. {@code hasPassword}: there is one to change; otherwise the person signs in elsewhere. */
    @Schema(name = "Me")
    record Me(
            @Schema(required = true) UUID id,
            @Schema(required = true) String username,
            @Schema(required = true) String name,
            @Nullable String email,

            @Schema(
                    required = true,
                    enumeration = {"member", "admin"})
            String role,

            @Schema(
                    required = true,
                    enumeration = {"active", "disabled"})
            String state,

            @Schema(required = true) boolean hasPassword) {

        static Me of(MemberView member) {
            return new Me(
                    member.id(),
                    Objects.requireNonNull(member.username()),
                    member.name(),
                    member.email(),
                    Objects.requireNonNull(member.role()),
                    Objects.requireNonNull(member.state()),
                    Boolean.TRUE.equals(member.hasPassword()));
        }
    }

    @GET
    @Operation(summary = "The signed-in member", operationId = "getMe")
    @APIResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Me.class)))
    public Uni<Me> get() {
        return FindMembers.one(pool, caller.member().memberId()).map(Me::of);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change the own name or e-mail address (JSON merge patch)", operationId = "patchMe")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MemberPatch.OwnBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The member after the change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Me.class)))
    public Uni<Me> patch(@Nullable JsonNode body) {
        return change.change(caller.member().memberId(), MemberPatch.own(body), actor.get())
                .map(Me::of);
    }
}
