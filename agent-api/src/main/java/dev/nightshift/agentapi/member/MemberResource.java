package dev.nightshift.agentapi.member;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One member, for admins. */
@Path("/api/members/{id}")
@RolesAllowed("admin")
@OnlyKnownParameters
@Tag(name = "members")
class MemberResource {
    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final Pool pool;
    private final ChangeMember change;
    private final RemoveMember remove;

    MemberResource(CurrentCaller caller, CurrentActor actor, Pool pool, ChangeMember change, RemoveMember remove) {
        this.caller = caller;
        this.actor = actor;
        this.pool = pool;
        this.change = change;
        this.remove = remove;
    }

    @GET
    @Operation(summary = "One member (admins)", operationId = "getMember")
    @APIResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "404", description = "There is no such member")
    public Uni<MemberView> get(@RestPath String id) {
        return FindMembers.one(pool, id(id));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            summary = "Change a member (JSON merge patch; admins). Disabling signs the member out and stops the"
                    + " member's agents",
            operationId = "patchMember")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = MemberPatch.Body.class)))
    @APIResponse(
            responseCode = "200",
            description = "The member after the change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "404", description = "There is no such member")
    @APIResponse(responseCode = "409", description = "This is the last active admin")
    public Uni<MemberView> patch(@RestPath String id, @Nullable JsonNode body) {
        return change.change(id(id), MemberPatch.byAdmin(body), actor.get());
    }

    @DELETE
    @Operation(
            summary = "Remove a member for good (admins). The member's agents stop, or go to another member",
            operationId = "deleteMember")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "There is no such member")
    @APIResponse(responseCode = "409", description = "This is the last active admin")
    public Uni<Void> delete(
            @RestPath String id,
            @Schema(format = "uuid", description = "The member who gets the agents; absent: they stop")
                    @QueryParam("handOverTo")
                    @Nullable String handOverTo) {
        return remove.remove(id(id), heir(handOverTo), actor.get());
    }

    /** An admin may not get at other people's instructions that way. */
    private @Nullable MemberId heir(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            MemberId heir = MemberId.of(text);
            if (heir.equals(caller.member().memberId())) {
                throw Problem.forbidden("Agents are handed over to others, not to the admin who removes their owner.");
            }
            return heir;
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("handOverTo", "is not the id of another active member");
        }
    }

    private static MemberId id(String text) {
        try {
            return MemberId.of(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("member");
        }
    }
}
