package dev.nightshift.agentapi.event;

import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The public events as Server-Sent Events. */
@Path("/api/events")
@RolesAllowed("member")
@Tag(name = "runs")
class EventsResource {
    private final CurrentCaller caller;
    private final EventStream stream;

    EventsResource(CurrentCaller caller, EventStream stream) {
        this.caller = caller;
        this.stream = stream;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "Public events that the caller may see, resumable with Last-Event-ID",
            operationId = "streamEvents")
    public Multi<OutboundSseEvent> stream(@HeaderParam("Last-Event-ID") @Nullable String lastId, @Context Sse sse) {
        MemberCaller member = caller.member();
        return stream.open(new Viewer(member.memberId(), member.admin()), number(lastId), sse);
    }

    private static @Nullable Long number(@Nullable String lastId) {
        try {
            return lastId == null || lastId.isBlank() ? null : Long.valueOf(lastId.trim());
        } catch (NumberFormatException e) {
            throw Problem.invalid("Last-Event-ID", "must be the id of an event of this stream");
        }
    }
}
