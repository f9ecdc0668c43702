package dev.nightshift.scheduler.due;

import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an agent stands: its newest record and how far its due times are decided. No due time up to
 * {@code decidedUntil} is decided again; {@code nextDueAt} is the first open one.
 */
public record Standing(
        AgentChanged agent,
        DueTimes times,
        Instant decidedUntil,
        @Nullable Instant nextDueAt) {

    public Standing {
        if (nextDueAt != null && agent.state() != AgentState.ACTIVE) {
            throw new IllegalArgumentException("only an active agent is due");
        }
    }

    /** An agent whose due times up to {@code decidedUntil} are settled. */
    public static Standing from(AgentChanged agent, Instant decidedUntil) {
        DueTimes times = DueTimes.of(agent.agentId(), agent.schedule());
        boolean active = agent.state() == AgentState.ACTIVE;
        return new Standing(
                agent,
                times,
                decidedUntil,
                active ? times.nextAfter(decidedUntil).orElse(null) : null);
    }

    Standing after(Decided decided) {
        return new Standing(agent, times, decided.until().orElse(decidedUntil), decided.nextDueAt());
    }

    @Nullable Instant fireAt() {
        return nextDueAt == null ? null : times.fireAt(nextDueAt);
    }
}
