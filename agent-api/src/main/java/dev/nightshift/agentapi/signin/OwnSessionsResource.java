package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where I am signed in. */
@Path("/api/me/sessions")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "identity")
class OwnSessionsResource {
    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final OwnSessions sessions;

    OwnSessionsResource(CurrentCaller caller, CurrentActor actor, OwnSessions sessions) {
        this.caller = caller;
        this.actor = actor;
        this.sessions = sessions;
    }

    @GET
    @Operation(summary = "Browsers in which the caller is signed in, newest first", operationId = "listOwnSessions")
    public Uni<Page<SessionView>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return sessions.list(caller.member(), page)
                .map(found ->
                        Page.of(found, page, last -> new PageRequest.Position(last.createdAt(), last.id()).cursor()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Sign one browser out", operationId = "endOwnSession")
    @APIResponse(responseCode = "204", description = "Signed out")
    @APIResponse(responseCode = "404", description = "The caller has no such session")
    public Uni<Void> end(@RestPath String id) {
        return sessions.end(caller.member(), id(id), actor.get());
    }

    @DELETE
    @Operation(summary = "Sign out everywhere else", operationId = "endOtherSessions")
    @APIResponse(responseCode = "204", description = "Signed out")
    public Uni<Void> endOthers() {
        return sessions.endOthers(caller.member(), actor.get());
    }

    private static UUID id(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("session");
        }
    }
}
