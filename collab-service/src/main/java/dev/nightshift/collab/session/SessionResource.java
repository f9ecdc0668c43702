package dev.nightshift.collab.session;

import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sessions of the caller. */
@Path("/api/sessions")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "sessions")
class SessionResource {
    private final CurrentCaller caller;
    private final VisibleSessions sessions;

    SessionResource(CurrentCaller caller, VisibleSessions sessions) {
        this.caller = caller;
        this.sessions = sessions;
    }

    @GET
    @Operation(summary = "The sessions that the caller may see, newest first", operationId = "listSessions")
    public Uni<SessionPage> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return sessions.list(caller.member(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One session", operationId = "getSession")
    public Uni<SessionView> get(@PathParam("id") String id) {
        return sessions.require(caller.member(), id).map(SessionView::of);
    }
}
