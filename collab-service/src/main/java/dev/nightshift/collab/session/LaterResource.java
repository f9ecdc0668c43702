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
@Path("/api")
@RolesAllowed("member")
class LaterResource {
    private final CurrentCaller caller;
    private final VisibleSessions sessions;

    LaterResource(CurrentCaller caller, VisibleSessions sessions) {
        this.caller = caller;
        this.sessions = sessions;
    }

    @POST
    @Path("/sessions/{id}/fork")
    @Operation(hidden = true)
    public Uni<Void> fork(@PathParam("id") String id) {
        return notYet(id, "Forking a session");
    }

    @GET
    @Path("/sessions/{id}/grants{rest:(/.*)?}")
    @Operation(hidden = true)
    public Uni<Void> grants(@PathParam("id") String id) {
        return notYet(id, "Sharing a session");
    }

    @PUT
    @Path("/sessions/{id}/grants/{member}")
    @Operation(hidden = true)
    public Uni<Void> grant(@PathParam("id") String id) {
        return notYet(id, "Sharing a session");
    }

    @DELETE
    @Path("/sessions/{id}/grants/{member}")
    @Operation(hidden = true)
    public Uni<Void> ungrant(@PathParam("id") String id) {
        return notYet(id, "Sharing a session");
    }

    @POST
    @Path("/sessions/{id}/share-links")
    @Operation(hidden = true)
    public Uni<Void> share(@PathParam("id") String id) {
        return notYet(id, "Sharing a session");
    }

    @POST
    @Path("/share-links/{code}/redeem")
    @Operation(hidden = true)
    public Uni<Void> redeem(@PathParam("code") String code) {
        return Uni.createFrom().failure(Problem.notSupportedYet("Sharing a session"));
    }

    @GET
    @Path("/sessions/{id}/files{rest:(/.*)?}")
    @Operation(hidden = true)
    public Uni<Void> files(@PathParam("id") String id) {
        return notYet(id, "Reading the files of a session");
    }

    @PATCH
    @Path("/sessions/{id}/queue/{message}")
    @Operation(hidden = true)
    public Uni<Void> edit(@PathParam("id") String id) {
        return notYet(id, "Changing a waiting message");
    }

    @DELETE
    @Path("/sessions/{id}/queue/{message}")
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
