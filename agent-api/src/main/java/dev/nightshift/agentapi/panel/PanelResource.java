package dev.nightshift.agentapi.panel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.CurrentPerson;
import dev.nightshift.agentapi.agent.Person;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.agentapi.run.FindRuns;
import dev.nightshift.agentapi.run.StartRun;
import dev.nightshift.agentapi.run.StopRuns;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** The panel of background agents. */
@Path("/background-agents")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "panel")
class PanelResource {
    private static final int LONGEST_REASON = 1000;

    private final CurrentPerson person;
    private final Panel panel;
    private final FindRuns find;
    private final StartRun start;
    private final StopRuns stop;

    PanelResource(CurrentPerson person, Panel panel, FindRuns find, StartRun start, StopRuns stop) {
        this.person = person;
        this.panel = panel;
        this.find = find;
        this.start = start;
        this.stop = stop;
    }

    /** Which agent shall run, and what it shall do in particular. */
    @Schema(name = "StartBackgroundAgent")
    record StartRequest(
            @Schema(required = true) UUID agentId, @Nullable String task) {}

    /** Why it is stopped. */
    @Schema(name = "StopBackgroundAgent")
    record StopRequest(@Nullable String reason) {}

    @GET
    @Operation(summary = "Active background runs and the latest that are over", operationId = "listBackgroundAgents")
    public Uni<Panel.Lists> list() {
        return panel.of(person.get().member());
    }

    @POST
    @Path("/start")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Run an agent now", operationId = "startBackgroundAgent")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StartRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The new instance",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Instance.class)))
    @APIResponse(responseCode = "404", description = "There is no such agent, or the caller may not see it")
    public Uni<Response> start(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable JsonNode body) {
        Person by = person.get();
        MemberCaller member = by.member();
        Fields fields = Fields.of(body);
        String given = fields.requiredText("agentId", LONGEST_REASON, "an agent's id");
        UUID agent = given == null ? null : fields.uuid("agentId");
        String task = StartRun.task(fields);
        fields.rejectOthers();
        fields.throwIfInvalid();
        if (agent == null) {
            throw Problem.notFound("agent");
        }
        Repeatable call = new Repeatable(member.memberId(), "/background-agents/start", key, body);
        return start.start(call, by, new AgentId(agent), task, run -> Answer.of(200, Instance.shownTo(member, run)))
                .map(Answer::response);
    }

    @POST
    @Path("/{instanceId}/stop")
    @Operation(summary = "End a run", operationId = "stopBackgroundAgent")
    @RequestBody(
            required = false,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StopRequest.class)))
    public Uni<Instance> stop(@RestPath String instanceId, byte @Nullable [] body) {
        Person by = person.get();
        MemberCaller member = by.member();
        String reason = OptionalBody.of(body).onlyText("reason", LONGEST_REASON);
        return find.one(member, instanceId, Action.STOP)
                .call(run -> stop.stop(run, by, reason))
                .map(run -> Instance.shownTo(member, run));
    }
}
