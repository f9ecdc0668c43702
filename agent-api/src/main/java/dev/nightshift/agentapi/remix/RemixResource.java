package dev.nightshift.agentapi.remix;

import dev.nightshift.agentapi.agent.AgentView;
import dev.nightshift.agentapi.agent.Allowed;
import dev.nightshift.agentapi.agent.CurrentPerson;
import dev.nightshift.agentapi.agent.Person;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.listing.OnlyKnownParameters;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Making an own copy of an agent. */
@Path("/api/agents/{id}/remix")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "agents")
class RemixResource {
    private final CurrentPerson person;
    private final RemixAgent remix;

    RemixResource(CurrentPerson person, RemixAgent remix) {
        this.person = person;
        this.remix = remix;
    }

    @POST
    @Operation(
            summary = "Make an own user agent out of it",
            description = "For who may see its instructions: the owner, of an org agent the admins. Sources are those"
                    + " of the original that the caller may read.",
            operationId = "remixAgent")
    @RequestBody(
            required = false,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Overrides.class)))
    @APIResponse(
            responseCode = "201",
            description = "The copy",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgentView.class)))
    @APIResponse(responseCode = "400", description = "What the original says would not do today, every fault of it")
    @APIResponse(responseCode = "404", description = "There is no such agent")
    @APIResponse(responseCode = "409", description = "The caller has as many agents as a member may have")
    public Uni<Response> remix(
            @RestPath String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte @Nullable [] body) {
        Person by = person.get();
        AgentId original = Allowed.id(id);
        OptionalBody sent = OptionalBody.of(body);
        Overrides overrides = Overrides.of(sent);
        Repeatable call =
                new Repeatable(by.member().memberId(), "/api/agents/" + original + "/remix", key, sent.json());
        return remix.remix(call, by, original, overrides).map(Answer::response);
    }
}
