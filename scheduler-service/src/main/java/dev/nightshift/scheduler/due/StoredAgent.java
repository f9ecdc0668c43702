package dev.nightshift.scheduler.due;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Json;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A row of {@code schedules} as read, before anybody makes sense of its record; {@code record} absent once deleted. */
public record StoredAgent(
        AgentId agentId,
        long version,
        @Nullable String record,
        Instant decidedUntil,
        @Nullable Instant nextDueAt) {

    private static final Logger LOG = Logger.getLogger(StoredAgent.class);

    /** Empty when the agent is deleted, or when its record is not understood any more. */
    public Optional<Standing> standing() {
        if (record == null) {
            return Optional.empty();
        }
        try {
            AgentChanged agent = Json.mapper().readValue(record, AgentChanged.class);
            return Optional.of(new Standing(agent, DueTimes.of(agentId, agent.schedule()), decidedUntil, nextDueAt));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.errorf(e, "stored record is not understood agentId=%s", agentId);
            return Optional.empty();
        }
    }
}
