package dev.nightshift.agentapi.handover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.AgentChange;
import dev.nightshift.agentapi.agent.AgentView;
import dev.nightshift.agentapi.agent.Allowed;
import dev.nightshift.agentapi.agent.CurrentPerson;
import dev.nightshift.agentapi.agent.IfMatch;
import dev.nightshift.agentapi.agent.Person;
import dev.nightshift.agentapi.agent.ShowAgents;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Handing an agent over. */
@Path("/api/agents/{id}/hand-over")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "agents")
class HandOverResource {
    private final CurrentPerson person;
    private final HandOver handOver;
    private final ShowAgents show;

    HandOverResource(CurrentPerson person, HandOver handOver, ShowAgents show) {
        this.person = person;
        this.handOver = handOver;
        this.show = show;
    }

    /** Who gets the agent. */
    @Schema(name = "HandOverAgent")
    record Request(@Schema(required = true) UUID memberId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Give an agent to another member",
            description = "A user agent arrives paused and keeps the sources that its new owner may read. Its owner may"
                    + " do this; an admin where the owner is disabled or removed, and not for themselves.",
            operationId = "handOverAgent")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Request.class)))
    @APIResponse(
            responseCode = "200",
            description = "The agent as the caller sees it now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgentView.class)))
    @APIResponse(responseCode = "400", description = "Not the id of an active member")
    @APIResponse(responseCode = "404", description = "There is no such agent")
    @APIResponse(responseCode = "409", description = "It is the member's already, or there is no room for it")
    @APIResponse(responseCode = "412", description = "Another version of it is current")
    public Uni<Response> handOver(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable JsonNode body) {
        Person by = person.get();
        Fields fields = Fields.of(body);
        UUID member = fields.uuid("memberId");
        if (!fields.has("memberId") || fields.isNull("memberId")) {
            fields.fail("memberId", "is required: the id of the member who gets the agent");
        }
        fields.rejectOthers();
        fields.throwIfInvalid();
        if (member == null) {
            throw Problem.malformed("memberId is required.");
        }
        return handOver.to(new AgentChange(Allowed.id(id), by, new IfMatch(ifMatch)), new MemberId(member))
                .chain(agent -> show.changed(by.member(), agent));
    }
}
