package dev.nightshift.collab.log;

import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The documented form of an event; the log keeps it as text and never builds this. */
@Schema(
        name = "SessionEvent",
        requiredProperties = {"seq", "id", "type", "at", "data"})
record EventView(
        @Schema(description = "1, 2, 3, … without a gap") long seq,

        String id,

        @Schema(
                enumeration = {
                    "message.posted",
                    "run.queued",
                    "run.started",
                    "run.completed",
                    "run.failed",
                    "run.cancelled",
                    "model.answered",
                    "tool.started",
                    "tool.completed"
                })
        String type,

        Instant at,
        @Nullable RunId runId,

        @Schema(description = "Who spoke, of a message.posted") @Nullable Author author,

        @Schema(type = SchemaType.OBJECT, description = """
                message.posted: messageId, clientId, text.
                run.queued: agentId, agentName, trigger, scheduledFor?, task?, actingFor. run.started: attempt, startedAt.
                model.answered: stepId, step, model, text, toolCalls [callId, tool, arguments], inputTokens, outputTokens,
                startedAt, durationMs. tool.started: stepId, step, tool, arguments. tool.completed: the same and status,
                result, startedAt, durationMs, counted.
                run.completed: endReason, summary, output, toolCalls, modelCalls, inputTokens, outputTokens, startedAt,
                durationMs. run.failed, run.cancelled: endReason, error, and what there is of the others.""") Map<String, Object> data) {

    /** A page of events. */
    @Schema(
            name = "SessionEventPage",
            requiredProperties = {"items", "head"})
    record Page(
            List<EventView> items,

            @Schema(description = "The number of the last event of the log")
            long head) {}
}
