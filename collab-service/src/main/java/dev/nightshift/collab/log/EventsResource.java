package dev.nightshift.collab.log;

import dev.nightshift.collab.session.VisibleSessions;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading a log in pages. A page may hold fewer events than asked for where they are large. */
@Path("/api/sessions/{id}/events")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "sessions")
class EventsResource {
    private static final long MAX_PAGE_BYTES = 4L * 1024 * 1024;

    private final CurrentCaller caller;
    private final VisibleSessions sessions;
    private final SessionLog log;

    EventsResource(CurrentCaller caller, VisibleSessions sessions, SessionLog log) {
        this.caller = caller;
        this.sessions = sessions;
        this.log = log;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Events after a number, ascending", operationId = "listSessionEvents")
    @APIResponse(
            responseCode = "200",
            description = "A page of the log",
            content = @Content(schema = @Schema(implementation = EventView.Page.class)))
    public Uni<String> events(
            @PathParam("id") String id,
            @Parameter(
                            description = "The number of the last event that is known.",
                            schema = @Schema(implementation = Long.class, minimum = "0", defaultValue = "0"))
                    @QueryParam("after")
                    @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        EventRange range = EventRange.of(after, limit);
        return sessions.require(caller.member(), id)
                .chain(seen -> log.read(seen.id(), range.after(), range.limit(), MAX_PAGE_BYTES))
                .map(LogPage::json);
    }
}
