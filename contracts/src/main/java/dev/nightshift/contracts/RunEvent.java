package dev.nightshift.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic {@code run-events}: something journaled, numbered 1, 2, 3, … within its run. A reader drops
 * {@code n} it has seen and stops at a gap.
 */
public sealed interface RunEvent {
    EventCodec<RunEvent> CODEC = EventCodec.of(RunEvent.class, UnknownRunEvent::new);

    /** The stable id of the event. */
    static String id(RunId run, long n) {
        return run + ":" + n;
    }

    /** Every known event of a run. */
    sealed interface Known extends RunEvent {
        RunId runId();

        SessionId sessionId();

        AgentId agentId();

        long n();

        Instant at();

        default String id() {
            return RunEvent.id(runId(), n());
        }
    }

    /** Admitted, and waiting for a worker. Always the first event of a run that was not refused. */
    @EventType("run.queued")
    record RunQueued(
            RunId runId,
            SessionId sessionId,
            AgentId agentId,
            long n,
            Instant at,
            String agentName,
            Trigger trigger,
            @Nullable Instant scheduledFor,
            @Nullable String task,
            ActingFor actingFor)
            implements Known {}

    /** A person's message became part of the run. */
    @EventType("message.taken")
    record MessageTaken(
            RunId runId,
            SessionId sessionId,
            AgentId agentId,
            long n,
            Instant at,
            UUID messageId,
            String clientId,
            Author author,
            String text)
            implements Known {}

    /** A worker took the run; {@code attempt} counts from 1, and {@code startedAt} is that of the first attempt. */
    @EventType("run.started")
    record RunStarted(
            RunId runId, SessionId sessionId, AgentId agentId, long n, Instant at, int attempt, Instant startedAt)
            implements Known {}

    /**
     * The journaled answer of a model: the intent of its tool calls. {@code step} counts from 1 within the run; {@code
     * costUsd} is what this answer cost, absent where the model has no price.
     */
    @EventType("model.answered")
    record ModelAnswered(
            RunId runId,
            SessionId sessionId,
            AgentId agentId,
            long n,
            Instant at,
            UUID stepId,
            int step,
            String model,
            String text,
            List<ToolCall> toolCalls,
            long inputTokens,
            long outputTokens,
            Instant startedAt,
            long durationMs,
            @Nullable BigDecimal costUsd)
            implements Known {
        public ModelAnswered {
            toolCalls = List.copyOf(toolCalls);
        }
    }

    /** A tool is about to act. */
    @EventType("tool.started")
    record ToolStarted(
            RunId runId,
            SessionId sessionId,
            AgentId agentId,
            long n,
            Instant at,
            UUID stepId,
            int step,
            String tool,
            JsonNode arguments)
            implements Known {}

    /** A tool call is over; {@code result} is what the model is told. */
    @EventType("tool.completed")
    record ToolCompleted(
            RunId runId,
            SessionId sessionId,
            AgentId agentId,
            long n,
            Instant at,
            UUID stepId,
            int step,
            String tool,
            JsonNode arguments,
            StepStatus status,
            String result,
            Instant startedAt,
            long durationMs,
            boolean counted)
            implements Known {}

    /** Refused at admission: the only event of such a run. */
    @EventType("run.skipped")
    record RunSkipped(
            RunId runId,
            SessionId sessionId,
            AgentId agentId,
            long n,
            Instant at,
            String agentName,
            Trigger trigger,
            @Nullable Instant scheduledFor,
            @Nullable String task,
            ActingFor actingFor,
            EndReason endReason,
            String error)
            implements Known {}

    /** The run did its work, or used up its tool calls. */
    @EventType("run.completed")
    record RunCompleted(
            RunId runId,
            SessionId sessionId,
            AgentId agentId,
            long n,
            Instant at,
            EndReason endReason,
            String summary,
            String output,
            RunTotals totals,
            Instant startedAt,
            long durationMs)
            implements Known {}

    /** The run could not do its work; {@code error} says why in a sentence. */
    @EventType("run.failed")
    record RunFailed(
            RunId runId,
            SessionId sessionId,
            AgentId agentId,
            long n,
            Instant at,
            EndReason endReason,
            String error,
            @Nullable String summary,
            @Nullable String output,
            RunTotals totals,
            @Nullable Instant startedAt,
            @Nullable Long durationMs)
            implements Known {}

    /** Somebody ended the run. */
    @EventType("run.cancelled")
    record RunCancelled(
            RunId runId,
            SessionId sessionId,
            AgentId agentId,
            long n,
            Instant at,
            EndReason endReason,
            String error,
            RunTotals totals,
            @Nullable Instant startedAt,
            @Nullable Long durationMs)
            implements Known {}

    /** A type that a newer version writes. */
    record UnknownRunEvent(String type, JsonNode value) implements RunEvent {}
}
