package dev.nightshift.collab.session;

import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Links that share a session, which this version does not give out. */
@Path("/api/share-links")
@RolesAllowed("member")
class ShareLinkResource {
    @POST
    @Path("/{code}/redeem")
    @Operation(hidden = true)
    public Uni<Void> redeem() {
        return Uni.createFrom().failure(Problem.notSupportedYet("Sharing a session"));
    }
}
