package dev.nightshift.agentapi.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.CurrentPerson;
import dev.nightshift.agentapi.agent.Person;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The history of runs. */
@Path("/api/runs")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "runs")
class RunsResource {
    private static final int LONGEST_REASON = 1000;

    private final CurrentPerson person;
    private final FindRuns find;
    private final StopRuns stop;
    private final RunSteps steps;

    RunsResource(CurrentPerson person, FindRuns find, StopRuns stop, RunSteps steps) {
        this.person = person;
        this.find = find;
        this.stop = stop;
        this.steps = steps;
    }

    /** Why it is stopped. */
    @Schema(name = "StopRun")
    record StopRequest(@Nullable String reason) {}

    /** The run that is being stopped. */
    @Schema(name = "Stopping")
    record Stopping(@Schema(required = true) UUID runId) {}

    @GET
    @Operation(summary = "Runs that the caller may see, newest first", operationId = "listRuns")
    public Uni<Page<RunView>> list(
            @Schema(description = RunFilters.STATUSES) @QueryParam("status") @Nullable String status,
            @Schema(format = "uuid") @QueryParam("agentId") @Nullable String agentId,
            @Schema(description = RunFilters.TRIGGERS) @QueryParam("trigger") @Nullable String trigger,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<FieldError> errors = new ArrayList<>();
        FindRuns.Filter filter = RunFilters.read(status, agentId, trigger, errors);
        PageRequest page = PageRequest.of(limit, cursor, errors);
        MemberCaller member = person.get().member();
        return find.listWithShared(member, filter, page).map(found -> page(member, found, page));
    }

    static Page<RunView> page(MemberCaller member, List<Run> found, PageRequest request) {
        return Page.of(
                        found,
                        request,
                        run -> new PageRequest.Position(
                                        run.head().createdAt(), run.head().id().value())
                                .cursor())
                .map(run -> RunView.shownTo(member, run));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One run", operationId = "getRun")
    public Uni<RunView> get(@RestPath String id) {
        MemberCaller member = person.get().member();
        return find.one(member, id, Action.SEE_RESULTS).map(run -> RunView.shownTo(member, run));
    }

    @GET
    @Path("/{id}/steps")
    @Operation(summary = "What the run did, step by step, ascending", operationId = "listSteps")
    @APIResponse(
            responseCode = "200",
            description = "Steps",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StepView.StepPage.class)))
    public Uni<JsonNode> steps(
            @RestPath String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int rows = PageRequest.of(limit, null).limit();
        return find.one(person.get().member(), id, Action.SEE_ALL)
                .chain(run -> steps.of(run.head().id(), rows, cursor));
    }

    @POST
    @Path("/{id}/stop")
    @Operation(summary = "End a run", operationId = "stopRun")
    @RequestBody(
            required = false,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StopRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "It will stop, or end before",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Stopping.class)))
    @APIResponse(responseCode = "409", description = "It is over")
    public Uni<Response> stop(@RestPath String id, byte @Nullable [] body) {
        Person by = person.get();
        String reason = OptionalBody.of(body).onlyText("reason", LONGEST_REASON);
        return find.one(by.member(), id, Action.STOP)
                .call(run -> stop.stop(run, by, reason))
                .map(run -> Answer.of(202, new Stopping(run.head().id().value()), Map.of())
                        .response());
    }

    @POST
    @Path("/{id}/approvals/{stepId}")
    @Operation(hidden = true)
    public Uni<Response> approve(@RestPath String id, @RestPath String stepId, byte @Nullable [] body) {
        return find.one(person.get().member(), id, Action.SEE_ALL).map(run -> {
            throw Problem.notSupportedYet("Approving a step");
        });
    }
}
