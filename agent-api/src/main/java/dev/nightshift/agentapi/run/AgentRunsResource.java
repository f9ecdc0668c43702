package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.agent.Allowed;
import dev.nightshift.agentapi.agent.CurrentPerson;
import dev.nightshift.agentapi.agent.Person;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The runs of one agent. */
@Path("/api/agents/{id}")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "runs")
class AgentRunsResource {
    private final CurrentPerson person;
    private final Agents agents;
    private final FindRuns find;
    private final StartRun start;

    AgentRunsResource(CurrentPerson person, Agents agents, FindRuns find, StartRun start) {
        this.person = person;
        this.agents = agents;
        this.find = find;
        this.start = start;
    }

    /** What this run shall do in particular. */
    @Schema(name = "RunNow")
    record RunNow(
            @Schema(description = "At most 16 KiB") @Nullable String task) {}

    /** A run that was accepted. */
    @Schema(name = "StartedRun")
    record StartedRun(
            @Schema(required = true) UUID runId,
            @Schema(required = true) UUID sessionId) {

        static StartedRun of(Run run) {
            return new StartedRun(
                    run.head().id().value(),
                    java.util.Objects.requireNonNull(run.head().sessionId()).value());
        }
    }

    @GET
    @Path("/runs")
    @Operation(summary = "Runs of the agent, newest first", operationId = "listAgentRuns")
    public Uni<Page<RunView>> list(
            @RestPath String id,
            @Schema(description = RunFilters.STATUSES) @QueryParam("status") @Nullable String status,
            @Schema(description = RunFilters.TRIGGERS) @QueryParam("trigger") @Nullable String trigger,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        MemberCaller member = person.get().member();
        AgentId agent = Allowed.id(id);
        List<FieldError> errors = new ArrayList<>();
        FindRuns.Filter filter = RunFilters.read(status, agent.toString(), trigger, errors);
        PageRequest page = PageRequest.of(limit, cursor, errors);
        return agents.byId(agent)
                .invoke(found -> Allowed.check(found, member, Action.SEE_RESULTS))
                .chain(() -> find.listWithShared(member, filter, page))
                .map(found -> RunsResource.page(member, found, page));
    }

    @POST
    @Path("/runs")
    @Operation(summary = "Run now", operationId = "runNow")
    @RequestBody(
            required = false,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunNow.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StartedRun.class)))
    @APIResponse(responseCode = "409", description = "The agent is paused or stopped, or everything is")
    public Uni<Response> run(
            @RestPath String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte @Nullable [] body) {
        Person by = person.get();
        AgentId agent = Allowed.id(id);
        OptionalBody sent = OptionalBody.of(body);
        String task = StartRun.taskOf(sent);
        Repeatable call = new Repeatable(by.member().memberId(), "/api/agents/" + agent + "/runs", key, sent.json());
        return start.start(call, by, agent, task, run -> Answer.of(202, StartedRun.of(run)))
                .map(Answer::response);
    }

    @GET
    @Path("/decisions")
    @Operation(hidden = true)
    public Uni<Response> decisions(@RestPath String id) {
        return notYet(id, Action.SEE_ALL, "The list of decisions");
    }

    @POST
    @Path("/backfill")
    @Operation(hidden = true)
    public Uni<Response> backfill(@RestPath String id, byte @Nullable [] body) {
        return notYet(id, Action.CHANGE, "Backfilling an agent");
    }

    private Uni<Response> notYet(String id, Action action, String what) {
        MemberCaller member = person.get().member();
        return agents.byId(Allowed.id(id))
                .map(found -> Allowed.check(found, member, action))
                .map(found -> {
                    throw Problem.notSupportedYet(what);
                });
    }
}
