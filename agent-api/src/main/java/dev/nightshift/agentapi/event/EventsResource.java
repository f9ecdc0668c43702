package dev.nightshift.agentapi.event;

import dev.nightshift.agentapi.credential.OpenStreams;
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
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The public events as Server-Sent Events. */
@Path("/api/events")
@RolesAllowed("member")
@Tag(name = "runs")
class EventsResource {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final CurrentCaller caller;
    private final EventStream stream;
    private final OpenStreams open;

    EventsResource(CurrentCaller caller, EventStream stream, OpenStreams open) {
        this.caller = caller;
        this.stream = stream;
        this.open = open;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "Public events that the caller may see, resumable with Last-Event-ID",
            operationId = "streamEvents")
    @APIResponse(
            responseCode = "200",
            description = "Server-Sent Events: `event` is the type, `id` the number to resume after, `data` the JSON"
                    + " value of the AsyncAPI document; `resync` comes first where the number is no longer kept",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> stream(@HeaderParam("Last-Event-ID") @Nullable String lastId, @Context Sse sse) {
        MemberCaller member = caller.member();
        return open.until(member, stream.open(new Viewer(member.memberId(), member.admin()), number(lastId), sse));
    }

    private static @Nullable Long number(@Nullable String lastId) {
        if (lastId == null || lastId.isBlank()) {
            return null;
        }
        if (!NUMBER.matcher(lastId.trim()).matches()) {
            throw Problem.invalid("Last-Event-ID", "must be the id of an event of this stream");
        }
        return Long.valueOf(lastId.trim());
    }
}
