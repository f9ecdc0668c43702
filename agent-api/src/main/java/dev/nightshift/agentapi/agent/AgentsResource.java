package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.yaml.AgentDocument;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.token.Caller.MemberCaller;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Agents: what people define, as JSON or as YAML. */
@Path("/api/agents")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "agents")
class AgentsResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final CurrentPerson person;
    private final Agents agents;
    private final ShowAgents show;
    private final CreateAgent create;
    private final ChangeAgent change;

    AgentsResource(CurrentPerson person, Agents agents, ShowAgents show, CreateAgent create, ChangeAgent change) {
        this.person = person;
        this.agents = agents;
        this.show = show;
        this.create = create;
        this.change = change;
    }

    @GET
    @Operation(summary = "Agents whose card the caller may see, newest first", operationId = "listAgents")
    public Uni<Page<AgentView>> list(
            @Schema(enumeration = {"user", "org"}) @QueryParam("type") @Nullable String type,
            @Schema(description = "A part of the name or the description") @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        MemberCaller member = person.get().member();
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
    @Consumes({MediaType.APPLICATION_JSON, AgentDocument.YAML})
    @Operation(summary = "Create an agent", operationId = "createAgent")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AgentRequest.Create.class)),
                @Content(mediaType = AgentDocument.YAML, schema = @Schema(implementation = AgentRequest.Create.class))
            })
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgentView.class)))
    @APIResponse(responseCode = "400", description = "Invalid input, every fault of it")
    @APIResponse(responseCode = "409", description = "The caller has as many agents as a member may have")
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte @Nullable [] body) {
        Person by = person.get();
        JsonNode json = AgentDocument.read(type, body);
        Repeatable call = new Repeatable(by.member().memberId(), "/api/agents", key, json);
        return create.create(call, by, Provenance.LOCAL, () -> Uni.createFrom().item(json))
                .map(Answer::response);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One agent", operationId = "getAgent")
    @APIResponse(
            responseCode = "200",
            description = "The agent, or its card; as YAML what its author wrote, to be kept in Git",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AgentView.class)),
                @Content(mediaType = AgentDocument.YAML, schema = @Schema(implementation = AgentRequest.Create.class))
            })
    @APIResponse(responseCode = "404", description = "There is no such agent")
    public Uni<Response> get(@RestPath String id, @Context HttpHeaders headers) {
        MemberCaller member = person.get().member();
        boolean yaml = AgentDocument.isWanted(headers.getAcceptableMediaTypes());
        return agents.byId(Allowed.id(id))
                .map(found -> Allowed.check(found, member, yaml ? Action.SEE_WRITTEN : Action.SEE_CARD))
                .chain(found -> yaml ? Uni.createFrom().item(ShowAgents.yaml(found.agent())) : show.one(member, found));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH, AgentDocument.YAML})
    @Operation(summary = "Change an agent (JSON merge patch)", operationId = "patchAgent")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AgentRequest.Patch.class)),
                @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = AgentRequest.Patch.class)),
                @Content(mediaType = AgentDocument.YAML, schema = @Schema(implementation = AgentRequest.Patch.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "The agent after the change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgentView.class)))
    @APIResponse(responseCode = "400", description = "Invalid input, every fault of it")
    @APIResponse(responseCode = "404", description = "There is no such agent")
    @APIResponse(responseCode = "412", description = "Another version of it is current")
    public Uni<Response> patch(
            @RestPath String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte @Nullable [] body) {
        Person by = person.get();
        JsonNode json = AgentDocument.read(type, body);
        AgentChange asked = new AgentChange(Allowed.id(id), by, new IfMatch(ifMatch));
        return (AgentDocument.isYaml(type) ? change.apply(asked, json) : change.patch(asked, json))
                .chain(agent -> show.changed(by.member(), agent));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete an agent and stop its work", operationId = "deleteAgent")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "There is no such agent")
    @APIResponse(responseCode = "412", description = "Another version of it is current")
    public Uni<Void> delete(@RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.delete(new AgentChange(Allowed.id(id), person.get(), new IfMatch(ifMatch)));
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
