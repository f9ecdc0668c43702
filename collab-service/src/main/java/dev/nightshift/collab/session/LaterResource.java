package dev.nightshift.collab.session;

import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the contract names and this version does not do: said plainly, to whoever may see the session. */
@Path("/api/sessions/{id}")
@RolesAllowed("member")
class LaterResource {
    private final CurrentCaller caller;
    private final VisibleSessions sessions;

    LaterResource(CurrentCaller caller, VisibleSessions sessions) {
        this.caller = caller;
        this.sessions = sessions;
    }

    @POST
    @Path("/fork")
    @Operation(hidden = true)
    public Uni<Void> fork(@PathParam("id") String id) {
        return notYet(id, "Forking a session");
    }

    @GET
    @Path("/grants{rest:(/.*)?}")
    @Operation(hidden = true)
    public Uni<Void> grants(@PathParam("id") String id) {
        return notYet(id, "Sharing a session");
    }

    @PUT
    @Path("/grants/{member}")
    @Operation(hidden = true)
    public Uni<Void> grant(@PathParam("id") String id) {
        return notYet(id, "Sharing a session");
    }

    @DELETE
    @Path("/grants/{member}")
    @Operation(hidden = true)
    public Uni<Void> ungrant(@PathParam("id") String id) {
        return notYet(id, "Sharing a session");
    }

    @POST
    @Path("/share-links")
    @Operation(hidden = true)
    public Uni<Void> share(@PathParam("id") String id) {
        return notYet(id, "Sharing a session");
    }

    @GET
    @Path("/files{rest:(/.*)?}")
    @Operation(hidden = true)
    public Uni<Void> files(@PathParam("id") String id) {
        return notYet(id, "Reading the files of a session");
    }

    @PATCH
    @Path("/queue/{message}")
    @Operation(hidden = true)
    public Uni<Void> edit(@PathParam("id") String id) {
        return notYet(id, "Changing a waiting message");
    }

    @DELETE
    @Path("/queue/{message}")
    @Operation(hidden = true)
    public Uni<Void> withdraw(@PathParam("id") String id) {
        return notYet(id, "Withdrawing a waiting message");
    }

    private Uni<Void> notYet(String id, String what) {
        return sessions.require(caller.member(), id)
                .onItem()
                .failWith(() -> Problem.notSupportedYet(what))
                .replaceWithVoid();
    }
}
