package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.agentapi.agent.ChangeAgent.Change;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whether an agent works, and how it stands. */
@Path("/api/agents/{id}")
@RolesAllowed("member")
@Tag(name = "agents")
class AgentStatesResource {
    private static final int LONGEST_NOTE = 1000;

    private final CurrentCaller caller;
    private final Agents agents;
    private final Standings standings;
    private final ShowAgents show;
    private final ChangeAgent change;

    AgentStatesResource(CurrentCaller caller, Agents agents, Standings standings, ShowAgents show, ChangeAgent change) {
        this.caller = caller;
        this.agents = agents;
        this.standings = standings;
        this.show = show;
        this.change = change;
    }

    /** How an agent stands; chats do not count. Duration in milliseconds, absent before the first run has ended. */
    @Schema(name = "AgentStatus")
    record AgentStatus(
            @Schema(
                    required = true,
                    implementation = String.class,
                    enumeration = {"active", "paused", "stopped"})
            AgentState state,

            @Schema(required = true) long runCount,
            @Schema(required = true) long errorCount,
            @Schema(required = true) long skippedCount,
            @Nullable Instant lastRunAt,

            @Schema(
                    implementation = String.class,
                    enumeration = {"running", "completed", "failed", "cancelled"})
            @Nullable RunStatus lastStatus,

            @Schema(description = "What became of the last due time: due, started, or why it brought no run") @Nullable String lastDecision,

            @Nullable Instant nextRunAt,

            @JsonProperty("isRunning") @Schema(required = true)
            boolean isRunning,

            @Nullable Long averageDurationMs,
            @Schema(required = true) long totalTokens) {

        static AgentStatus of(Found found, AgentStanding standing) {
            return new AgentStatus(
                    found.agent().state(),
                    standing.runCount(),
                    standing.errorCount(),
                    standing.skippedCount(),
                    standing.lastRunAt(),
                    standing.lastStatus(),
                    standing.lastDecision(),
                    found.agent().nextRunAt(found.now()).orElse(null),
                    standing.isRunning(),
                    standing.averageDurationMs(),
                    standing.totalTokens());
        }
    }

    @GET
    @Path("/status")
    @Operation(summary = "State, counts and next run", operationId = "getAgentStatus")
    public Uni<AgentStatus> status(@RestPath String id) {
        MemberCaller member = caller.member();
        return agents.byId(Allowed.id(id))
                .map(found -> Allowed.check(found, member, Action.SEE_ALL))
                .chain(found -> standings
                        .of(List.of(found.agent().id()))
                        .map(by -> AgentStatus.of(
                                found,
                                Objects.requireNonNull(by.get(found.agent().id())))));
    }

    @POST
    @Path("/start")
    @Operation(summary = "Make it active", operationId = "startAgent")
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Uni<Response> start(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte @Nullable [] body) {
        return to(id, ifMatch, AgentState.ACTIVE, nothing(body));
    }

    @POST
    @Path("/resume")
    @Operation(summary = "Make it active again", operationId = "resumeAgent")
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Uni<Response> resume(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte @Nullable [] body) {
        return to(id, ifMatch, AgentState.ACTIVE, nothing(body));
    }

    @POST
    @Path("/pause")
    @Operation(summary = "No new runs; running work goes on", operationId = "pauseAgent")
    @RequestBody(content = @Content(schema = @Schema(implementation = AgentRequest.Pause.class)))
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Uni<Response> pause(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte @Nullable [] body) {
        return to(id, ifMatch, AgentState.PAUSED, OptionalBody.of(body).onlyText("note", LONGEST_NOTE));
    }

    @POST
    @Path("/stop")
    @Operation(summary = "Off the schedule; running background work is stopped", operationId = "stopAgent")
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Uni<Response> stop(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte @Nullable [] body) {
        return to(id, ifMatch, AgentState.STOPPED, nothing(body));
    }

    private Uni<Response> to(String id, @Nullable String ifMatch, AgentState state, @Nullable String note) {
        MemberCaller member = caller.member();
        return change.to(new Change(Allowed.id(id), member, new IfMatch(ifMatch)), state, note)
                .chain(agent -> show.changed(member, agent));
    }

    private static @Nullable String nothing(byte @Nullable [] body) {
        OptionalBody.of(body).rejectAll();
        return null;
    }
}
