package dev.nightshift.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of the topic {@code due-runs}: every decision, due or not and why. */
public sealed interface DueRunEvent {
    EventCodec<DueRunEvent> CODEC = EventCodec.withoutNul(DueRunEvent.class, UnknownDueRunEvent::new);

    /**
     * A run shall happen. {@code scheduledFor} is there for scheduled and backfilled runs; {@code messages} only for
     * a chat, oldest first, all by the person in {@code actingFor}.
     */
    @EventType("run.due")
    record RunDue(
            RunId runId,
            SessionId sessionId,
            AgentId agentId,
            Trigger trigger,
            @Nullable Instant scheduledFor,
            Instant decidedAt,
            @Nullable Instant nextRunAt,
            @Nullable String task,
            List<ChatMessage> messages,
            ActingFor actingFor,
            AgentDefinition definition)
            implements DueRunEvent {
        public RunDue {
            messages = List.copyOf(messages);
        }
    }

    /**
     * A due time that brings no run, and why: {@code paused}, {@code stopped}, {@code catch_up_expired} or {@code excluded}.
     * {@code count} due times from {@code scheduledFor} to {@code scheduledUntil} share this decision.
     */
    @EventType("run.not-due")
    record RunNotDue(
            RunId runId,
            AgentId agentId,
            Instant scheduledFor,
            @Nullable Instant scheduledUntil,
            long count,
            Instant decidedAt,
            @Nullable Instant nextRunAt,
            EndReason reason)
            implements DueRunEvent {}

    /** A type that a newer version writes. */
    record UnknownDueRunEvent(String type, JsonNode value) implements DueRunEvent {}

    /** One message of a person, taken from a session's queue. */
    record ChatMessage(UUID messageId, String clientId, Author author, String text, Instant postedAt) {}
}
