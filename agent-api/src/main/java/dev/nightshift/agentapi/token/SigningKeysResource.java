package dev.nightshift.agentapi.token;

import dev.nightshift.agentapi.audit.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For admins who do not want to wait until the key is replaced by itself. */
@Path("/api/signing-keys")
@RolesAllowed("admin")
@Tag(name = "identity")
class SigningKeysResource {
    private final RotateKeys rotate;
    private final CurrentActor actor;

    SigningKeysResource(RotateKeys rotate, CurrentActor actor) {
        this.rotate = rotate;
        this.actor = actor;
    }

    @POST
    @Path("/rotate")
    @Operation(summary = "Replace the key that platform tokens are signed with", operationId = "rotateSigningKey")
    @APIResponse(responseCode = "202", description = "The next key is published, and signs within a minute")
    @APIResponse(responseCode = "403", description = "Only admins")
    public Uni<Response> begin() {
        return rotate.begin(actor.get()).replaceWith(() -> Response.accepted().build());
    }
}
