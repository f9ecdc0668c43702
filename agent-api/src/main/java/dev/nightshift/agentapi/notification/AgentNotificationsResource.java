package dev.nightshift.agentapi.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.audit.CurrentActor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Choosing who is told of one agent. */
@Path("/api/agents/{id}")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "notifications")
class AgentNotificationsResource {
    private final CurrentCaller caller;
    private final CurrentActor actor;
    private final ChoosePreferences choose;

    AgentNotificationsResource(CurrentCaller caller, CurrentActor actor, ChoosePreferences choose) {
        this.caller = caller;
        this.actor = actor;
        this.choose = choose;
    }

    @GET
    @Path("/notifications")
    @Operation(summary = "Who is told when the agent fails or waits", operationId = "getAgentNotifications")
    @APIResponse(
            responseCode = "200",
            description = "What counts for the agent",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PreferencesView.class)))
    @APIResponse(responseCode = "404", description = "No such agent, or not visible")
    public Uni<PreferencesView> ofAgent(@RestPath String id) {
        return choose.ofAgent(caller.member(), id(id));
    }

    @PUT
    @Path("/notifications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Choose who is told: the owner of a user agent, the admins for an org agent",
            operationId = "putAgentNotifications")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PreferencesView.Request.class)))
    @APIResponse(
            responseCode = "200",
            description = "What counts now",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PreferencesView.class)))
    @APIResponse(responseCode = "400", description = "Faults of the input, all at once")
    @APIResponse(responseCode = "404", description = "No such agent, or not visible")
    public Uni<PreferencesView> chooseForAgent(@RestPath String id, @Nullable JsonNode body) {
        return choose.forAgent(new ChoosePreferences.By(caller.member(), actor.get()), id(id), body);
    }

    private static AgentId id(String text) {
        try {
            return AgentId.of(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("agent");
        }
    }
}
