package dev.nightshift.runner.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.contracts.ToolCall;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One unit of a run, numbered 1, 2, 3, … within it; times in milliseconds. */
public sealed interface JournaledStep {
    UUID stepId();

    int n();

    Instant startedAt();

    long durationMs();

    /** The answer of a model: its text, and what it asks for. */
    record ModelStep(
            UUID stepId,
            int n,
            String model,
            String text,
            List<ToolCall> toolCalls,
            long inputTokens,
            long outputTokens,
            Instant startedAt,
            long durationMs)
            implements JournaledStep {
        public ModelStep {
            toolCalls = List.copyOf(toolCalls);
        }
    }

    /**
     * A tool call; {@code running} when it has been announced and its outcome is not known yet. {@code counted} says
     * whether it used up one of the run's tool calls.
     */
    record ToolStep(
            UUID stepId,
            int n,
            String callId,
            String tool,
            JsonNode arguments,
            StepStatus status,
            String result,
            Instant startedAt,
            long durationMs,
            boolean counted)
            implements JournaledStep {
        public static ToolStep started(UUID stepId, int n, ToolCall call, Instant at) {
            return new ToolStep(
                    stepId, n, call.callId(), call.tool(), call.arguments(), StepStatus.RUNNING, "", at, 0, false);
        }

        public ToolStep ended(StepStatus how, String what, Instant at, boolean counts) {
            long took = Math.max(0, at.toEpochMilli() - startedAt.toEpochMilli());
            return new ToolStep(stepId, n, callId, tool, arguments, how, what, startedAt, took, counts);
        }

        public boolean isRunning() {
            return status == StepStatus.RUNNING;
        }
    }
}
