package dev.nightshift.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of the public topic {@code background-events}. Chat runs are not background tasks. */
public sealed interface BackgroundEvent {
    EventCodec<BackgroundEvent> CODEC = EventCodec.of(BackgroundEvent.class, UnknownBackgroundEvent::new);

    /** A run started; {@code runCount} counts the agent's background runs that have started, this one included. */
    @EventType("background_task_started")
    record BackgroundTaskStarted(
            AgentId agentId,
            String agentName,
            RunId runId,
            SessionId sessionId,
            Trigger trigger,
            @Nullable Instant scheduledFor,
            long runCount,
            Instant timestamp)
            implements BackgroundEvent {}

    /** A run ended {@code completed}. */
    @EventType("background_task_completed")
    record BackgroundTaskCompleted(
            AgentId agentId,
            String agentName,
            RunId runId,
            SessionId sessionId,
            Trigger trigger,
            @Nullable Instant scheduledFor,
            long runCount,
            Instant timestamp,
            String summary,
            long durationMs,
            int toolCalls,
            long totalTokens,
            EndReason endReason)
            implements BackgroundEvent {}

    /** A run ended {@code failed}, or {@code cancelled} because somebody stopped it. */
    @EventType("background_task_error")
    record BackgroundTaskError(
            AgentId agentId,
            String agentName,
            RunId runId,
            SessionId sessionId,
            Trigger trigger,
            @Nullable Instant scheduledFor,
            long runCount,
            Instant timestamp,
            String error,
            long errorCount,
            EndReason endReason)
            implements BackgroundEvent {}

    /**
     * How an agent stands, on every change of state or status and after every run. {@code status} is one of
     * {@code idle|running|paused|stopped|error}; {@code lastDecision} is what became of the last due time.
     */
    @EventType("background_agent_status")
    record BackgroundAgentStatus(
            AgentId agentId,
            String agentName,
            String status,
            @Nullable Instant lastRunAt,
            @Nullable String lastDecision,
            @Nullable Instant nextRunAt,
            long runCount,
            long errorCount,
            Instant timestamp)
            implements BackgroundEvent {}

    /** A type that a newer version writes. */
    record UnknownBackgroundEvent(String type, JsonNode value) implements BackgroundEvent {}
}
