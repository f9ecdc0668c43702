package dev.nightshift.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of the compacted topic {@code agents}: the newest one of an agent is all there is to know. */
public sealed interface AgentEvent {
    EventCodec<AgentEvent> CODEC = EventCodec.of(AgentEvent.class, UnknownAgentEvent::new);

    /**
     * The agent as it stands since {@code changedAt}. A higher {@code version} replaces a lower one. {@code endReason}
     * is how its open background runs end where the state ends them, absent: {@code stopped}; {@code note} is the
     * sentence about the state for people.
     */
    @EventType("agent.changed")
    record AgentChanged(
            AgentId agentId,
            long version,
            AgentState state,
            Instant changedAt,
            AgentSchedule schedule,
            AgentDefinition definition,
            @Nullable EndReason endReason,
            @Nullable String note)
            implements AgentEvent {
        /** A change that says nothing about its runs. */
        public AgentChanged(
                AgentId agentId,
                long version,
                AgentState state,
                Instant changedAt,
                AgentSchedule schedule,
                AgentDefinition definition) {
            this(agentId, version, state, changedAt, schedule, definition, null, null);
        }
    }

    /** The last record of an agent; {@code state} is always {@code deleted}. */
    @EventType("agent.deleted")
    record AgentDeleted(AgentId agentId, long version, AgentState state, Instant changedAt) implements AgentEvent {}

    /** A type that a newer version writes. */
    record UnknownAgentEvent(String type, JsonNode value) implements AgentEvent {}
}
