package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents.Found;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** How an agent stands. */
@Path("/api/agents/{id}/status")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "agents")
class AgentStatusResource {
    private final CurrentCaller caller;
    private final Agents agents;
    private final Standings standings;

    AgentStatusResource(CurrentCaller caller, Agents agents, Standings standings) {
        this.caller = caller;
        this.agents = agents;
        this.standings = standings;
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

            @Schema(description = "Absent for members") @Nullable Long totalTokens) {

        /** For members who see an org agent's shared results: how it does, and nothing of what it does. */
        static AgentStatus results(Found found, AgentStanding standing) {
            AgentStatus all = of(found, standing);
            return new AgentStatus(
                    all.state,
                    all.runCount,
                    all.errorCount,
                    all.skippedCount,
                    all.lastRunAt,
                    all.lastStatus,
                    null,
                    all.nextRunAt,
                    all.isRunning,
                    all.averageDurationMs,
                    null);
        }

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
    @Operation(summary = "State, counts and next run", operationId = "getAgentStatus")
    public Uni<AgentStatus> status(@RestPath String id) {
        MemberCaller member = caller.member();
        return agents.byId(Allowed.id(id))
                .map(found -> Allowed.check(found, member, Action.SEE_RESULTS))
                .chain(found -> standings
                        .of(List.of(found.agent().id()))
                        .map(by -> Objects.requireNonNull(by.get(found.agent().id())))
                        .map(standing -> AgentRights.seesAll(member, found.agent())
                                ? AgentStatus.of(found, standing)
                                : AgentStatus.results(found, standing)));
    }
}
