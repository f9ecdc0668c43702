package dev.nightshift.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A record of the compacted topic {@code agents}: the newest one of an agent is all there is to know. */
public sealed interface AgentEvent {
    EventCodec<AgentEvent> CODEC = EventCodec.of(AgentEvent.class, UnknownAgentEvent::new);

    /** The agent as it stands since {@code changedAt}. A higher {@code version} replaces a lower one. */
    @EventType("agent.changed")
    record AgentChanged(
            AgentId agentId,
            long version,
            AgentState state,
            Instant changedAt,
            AgentSchedule schedule,
            AgentDefinition definition)
            implements AgentEvent {}

    /** The last record of an agent; {@code state} is always {@code deleted}. */
    @EventType("agent.deleted")
    record AgentDeleted(AgentId agentId, long version, AgentState state, Instant changedAt) implements AgentEvent {}

    /** A type that a newer version writes. */
    record UnknownAgentEvent(String type, JsonNode value) implements AgentEvent {}
}
