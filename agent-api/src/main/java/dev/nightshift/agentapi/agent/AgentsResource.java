package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.ChangeAgent.Change;
import dev.nightshift.agentapi.listing.OnlyKnownParameters;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Agents: what people define. */
@Path("/api/agents")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "agents")
class AgentsResource {
    private final CurrentCaller caller;
    private final Agents agents;
    private final ShowAgents show;
    private final CreateAgent create;
    private final ChangeAgent change;

    AgentsResource(CurrentCaller caller, Agents agents, ShowAgents show, CreateAgent create, ChangeAgent change) {
        this.caller = caller;
        this.agents = agents;
        this.show = show;
        this.create = create;
        this.change = change;
    }

    @GET
    @Operation(summary = "Agents whose card the caller may see, newest first", operationId = "listAgents")
    public Uni<Page<AgentView>> list(
            @QueryParam("type") @Nullable String type,
            @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        MemberCaller member = caller.member();
        List<FieldError> errors = new ArrayList<>();
        Agents.Filter filter = new Agents.Filter(type(type, errors), text);
        PageRequest page = PageRequest.of(limit, cursor, errors);
        return agents.list(member, filter, page)
                .map(found -> Page.of(
                        found,
                        page,
                        f -> new PageRequest.Position(
                                        f.agent().createdAt(), f.agent().id().value())
                                .cursor()))
                .chain(found -> show.all(member, found));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create an agent", operationId = "createAgent")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AgentRequest.Create.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable JsonNode body) {
        MemberCaller member = caller.member();
        if (body == null) {
            throw Problem.malformed("The body must be a JSON object.");
        }
        Repeatable call = new Repeatable(member.memberId(), "/api/agents", key, body);
        return create.create(call, member, Origin.LOCAL, () -> Uni.createFrom().item(body))
                .map(Answer::response);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One agent", operationId = "getAgent")
    @APIResponse(
            responseCode = "200",
            description = "The agent, or its card",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Uni<Response> get(@RestPath String id) {
        MemberCaller member = caller.member();
        return agents.byId(Allowed.id(id))
                .map(found -> Allowed.check(found, member, Action.SEE_CARD))
                .chain(found -> show.one(member, found));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change an agent (JSON merge patch)", operationId = "patchAgent")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AgentRequest.Patch.class)))
    @APIResponse(
            responseCode = "200",
            description = "The agent after the change",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Uni<Response> patch(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable JsonNode body) {
        MemberCaller member = caller.member();
        if (body == null) {
            throw Problem.malformed("The body must be a JSON object.");
        }
        return change.patch(new Change(Allowed.id(id), member, new IfMatch(ifMatch)), body)
                .chain(agent -> show.changed(member, agent));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete an agent and stop its work", operationId = "deleteAgent")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Void> delete(@RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.delete(new Change(Allowed.id(id), caller.member(), new IfMatch(ifMatch)));
    }

    private static @Nullable AgentType type(@Nullable String text, List<FieldError> errors) {
        try {
            return text == null || text.isBlank() ? null : AgentType.of(text);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("type", "must be user or org"));
            return null;
        }
    }
}
