package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.agentapi.version.VersionChange;
import dev.nightshift.service.listing.OnlyKnownParameters;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whether an agent works. Each call names the state that it leads to; to be there already is no fault. */
@Path("/api/agents/{id}")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "agents")
@APIResponse(responseCode = "412", description = "Another version of it is current")
@APIResponse(
        responseCode = "200",
        description = "The agent",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgentView.class)))
class AgentStatesResource {
    private static final int LONGEST_NOTE = 1000;

    private final CurrentPerson person;
    private final ShowAgents show;
    private final ChangeAgent change;

    AgentStatesResource(CurrentPerson person, ShowAgents show, ChangeAgent change) {
        this.person = person;
        this.show = show;
        this.change = change;
    }

    @POST
    @Path("/start")
    @Operation(summary = "Make it active", operationId = "startAgent")
    @APIResponse(responseCode = "409", description = "Everything is stopped")
    public Uni<Response> start(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte @Nullable [] body) {
        return to(VersionChange.STARTED, id, ifMatch, body);
    }

    @POST
    @Path("/resume")
    @Operation(summary = "Make it active again", operationId = "resumeAgent")
    @APIResponse(responseCode = "409", description = "Everything is stopped")
    public Uni<Response> resume(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte @Nullable [] body) {
        return to(VersionChange.RESUMED, id, ifMatch, body);
    }

    @POST
    @Path("/pause")
    @Operation(summary = "No new runs; running work goes on", operationId = "pauseAgent")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AgentRequest.Pause.class)))
    public Uni<Response> pause(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte @Nullable [] body) {
        return to(VersionChange.PAUSED, id, ifMatch, body);
    }

    @POST
    @Path("/stop")
    @Operation(summary = "Off the schedule; running background work is stopped", operationId = "stopAgent")
    public Uni<Response> stop(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte @Nullable [] body) {
        return to(VersionChange.STOPPED, id, ifMatch, body);
    }

    private Uni<Response> to(VersionChange what, String id, @Nullable String ifMatch, byte @Nullable [] body) {
        Person by = person.get();
        String note = note(what, OptionalBody.of(body));
        return change.to(new AgentChange(Allowed.id(id), by, new IfMatch(ifMatch)), what, note)
                .chain(agent -> show.changed(by.member(), agent));
    }

    /** Only who pauses an agent may say why. */
    private static @Nullable String note(VersionChange what, OptionalBody body) {
        if (what == VersionChange.PAUSED) {
            return body.onlyText("note", LONGEST_NOTE);
        }
        body.rejectAll();
        return null;
    }
}
