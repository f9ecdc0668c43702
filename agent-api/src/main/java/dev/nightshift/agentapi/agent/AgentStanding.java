package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an agent has done so far; chats do not count. {@code runCount} counts the runs that started, {@code running} those
 * not over yet, {@code errorCount} the failed ones. {@code lastDecision} is what became of the last due time: {@code due},
 * {@code started}, or the reason why it brought no run.
 */
@Decision
public record AgentStanding(
        AgentId agentId,
        long runCount,
        long errorCount,
        long skippedCount,
        long running,
        long timedCount,
        long totalDurationMs,
        long totalTokens,
        @Nullable Instant lastRunAt,
        @Nullable RunStatus lastStatus,
        @Nullable String lastDecision) {

    public static AgentStanding fresh(AgentId agent) {
        return new AgentStanding(agent, 0, 0, 0, 0, 0, 0, 0, null, null, null);
    }

    public boolean isRunning() {
        return running > 0;
    }

    /** Mean duration of the runs that ended; absent before the first. */
    @Nullable public Long averageDurationMs() {
        return timedCount == 0 ? null : Long.valueOf(totalDurationMs / timedCount);
    }

    /** One word for monitors; the state that a person chose comes first. */
    public String status(AgentState state) {
        return switch (state) {
            case PAUSED -> "paused";
            case STOPPED, DELETED -> "stopped";
            case ACTIVE -> isRunning() ? "running" : lastStatus == RunStatus.FAILED ? "error" : "idle";
        };
    }

    public AgentStanding decided(String decision) {
        return new AgentStanding(
                agentId,
                runCount,
                errorCount,
                skippedCount,
                running,
                timedCount,
                totalDurationMs,
                totalTokens,
                lastRunAt,
                lastStatus,
                decision);
    }

    public AgentStanding skipped(long count, EndReason reason) {
        return new AgentStanding(
                agentId,
                runCount,
                errorCount,
                skippedCount + count,
                running,
                timedCount,
                totalDurationMs,
                totalTokens,
                lastRunAt,
                lastStatus,
                reason.wire());
    }

    public AgentStanding started(Instant at) {
        return new AgentStanding(
                agentId,
                runCount + 1,
                errorCount,
                skippedCount,
                running + 1,
                timedCount,
                totalDurationMs,
                totalTokens,
                lastRunAt != null && lastRunAt.isAfter(at) ? lastRunAt : at,
                RunStatus.RUNNING,
                "started");
    }

    /** A run is over; {@code started}: it had been counted as running. */
    public AgentStanding ended(RunStatus status, boolean started, @Nullable Long durationMs, long tokens) {
        return new AgentStanding(
                agentId,
                runCount,
                errorCount + (status == RunStatus.FAILED ? 1 : 0),
                skippedCount,
                running - (started ? 1 : 0),
                timedCount + (durationMs == null ? 0 : 1),
                totalDurationMs + (durationMs == null ? 0 : durationMs),
                totalTokens + tokens,
                lastRunAt,
                status,
                lastDecision);
    }
}
