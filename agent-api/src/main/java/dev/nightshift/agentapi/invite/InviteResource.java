package dev.nightshift.agentapi.invite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One invite, for admins. */
@Path("/api/invites/{id}")
@RolesAllowed("admin")
@OnlyKnownParameters
@Tag(name = "invites")
class InviteResource {
    private final CurrentActor actor;
    private final Invites invites;
    private final ChangeInvite change;

    InviteResource(CurrentActor actor, Invites invites, ChangeInvite change) {
        this.actor = actor;
        this.invites = invites;
        this.change = change;
    }

    @GET
    @Operation(summary = "One invite (admins)", operationId = "getInvite")
    @APIResponse(
            responseCode = "200",
            description = "The invite, without its link",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Invite.class)))
    @APIResponse(responseCode = "404", description = "There is no such invite")
    public Uni<Invite> get(@RestPath String id) {
        return invites.byId(id(id));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change an open invite (JSON merge patch; admins)", operationId = "patchInvite")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewInvite.PatchBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The invite after the change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Invite.class)))
    @APIResponse(responseCode = "409", description = "The invite is not open any more")
    public Uni<Invite> patch(@RestPath String id, @Nullable JsonNode body) {
        return change.change(id(id), NewInvite.patch(body), actor.get());
    }

    @DELETE
    @Operation(summary = "Revoke an invite (admins)", operationId = "revokeInvite")
    @APIResponse(responseCode = "204", description = "Nobody comes in with it")
    @APIResponse(responseCode = "409", description = "The invite was used already")
    public Uni<Void> revoke(@RestPath String id) {
        return change.revoke(id(id), actor.get());
    }

    private static UUID id(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("invite");
        }
    }
}
