package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.agentapi.version.AgentVersion;
import dev.nightshift.agentapi.version.Difference;
import dev.nightshift.agentapi.version.VersionChange;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What an agent was, who changed it, and back to an earlier version. */
@Path("/api/agents/{id}/versions")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "agents")
@APIResponse(responseCode = "404", description = "There is no such agent or version")
class AgentVersionsResource {
    private final CurrentPerson person;
    private final FindVersions find;
    private final ShowAgents show;
    private final ChangeAgent change;

    AgentVersionsResource(CurrentPerson person, FindVersions find, ShowAgents show, ChangeAgent change) {
        this.person = person;
        this.find = find;
        this.show = show;
        this.change = change;
    }

    /** One change of an agent; {@code differences} is empty for the first version. */
    @Schema(name = "AgentVersion")
    record View(
            @Schema(required = true) long version,
            @Schema(required = true) Instant at,
            @Schema(required = true) By by,

            @Schema(
                    required = true,
                    implementation = String.class,
                    enumeration = {
                        "created",
                        "edited",
                        "started",
                        "paused",
                        "resumed",
                        "stopped",
                        "handed_over",
                        "restored"
                    })
            VersionChange change,

            @Schema(required = true) List<Difference> differences) {

        /** Who changed it; without an id it was the platform. */
        @Schema(name = "AgentVersionBy")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record By(
                @Nullable UUID id, @Schema(required = true) String name) {}

        static View of(AgentVersion version, @Nullable AgentVersion before) {
            return new View(
                    version.version(),
                    version.at(),
                    new By(version.by().id(), version.by().name()),
                    version.change(),
                    before == null ? List.of() : Difference.between(before.snapshot(), version.snapshot()));
        }
    }

    @GET
    @Operation(summary = "Its versions, newest first", operationId = "listAgentVersions")
    @APIResponse(responseCode = "200", description = "A page")
    public Uni<Page<View>> list(
            @RestPath String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        MemberCaller member = person.get().member();
        PageRequest page = PageRequest.of(limit, cursor);
        return find.page(member, Allowed.id(id), page);
    }

    @GET
    @Path("/{version}")
    @Operation(summary = "What its author had written then", operationId = "getAgentVersion")
    @APIResponse(
            responseCode = "200",
            description = "The fields that can be written, as they were",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AgentRequest.Create.class)))
    public Uni<JsonNode> get(@RestPath String id, @RestPath String version) {
        return find.written(person.get().member(), Allowed.id(id), version, Action.SEE_ALL)
                .map(written -> written);
    }

    @POST
    @Path("/{version}/restore")
    @Operation(
            summary = "Write what an earlier version said",
            description = "A new version; sources, tools and model are checked as if they came today. The state stays.",
            operationId = "restoreAgentVersion")
    @APIResponse(
            responseCode = "200",
            description = "The agent after the change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgentView.class)))
    @APIResponse(responseCode = "400", description = "What it said would not do today, every fault of it")
    @APIResponse(responseCode = "412", description = "Another version of it is current")
    public Uni<Response> restore(
            @RestPath String id,
            @RestPath String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte @Nullable [] body) {
        Person by = person.get();
        OptionalBody.of(body).rejectAll();
        AgentChange asked = new AgentChange(Allowed.id(id), by, new IfMatch(ifMatch));
        return find.written(by.member(), asked.agent(), version, Action.CHANGE)
                .chain(written -> change.restore(asked, written))
                .chain(agent -> show.changed(by.member(), agent));
    }
}
