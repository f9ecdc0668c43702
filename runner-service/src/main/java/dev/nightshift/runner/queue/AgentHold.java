package dev.nightshift.runner.queue;

import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last time an agent was held back: paused, stopped or deleted. It is remembered after the agent was resumed, since
 * a due record from before the hold may arrive after both.
 */
@Decision
public record AgentHold(AgentState state, Instant since) {
    /** The hold after the agent went from {@code before} to {@code now}; an edit of a paused agent begins none. */
    public static @Nullable AgentHold next(
            @Nullable AgentHold hold, @Nullable AgentState before, AgentState now, Instant changedAt) {
        return now == AgentState.ACTIVE || now == before ? hold : new AgentHold(now, changedAt);
    }

    /** Whether it came later than the decision that a run is due. */
    boolean isAfter(Instant decidedAt) {
        return since.isAfter(decidedAt);
    }

    EndReason reason() {
        return state == AgentState.PAUSED ? EndReason.PAUSED : EndReason.STOPPED;
    }

    String sentence() {
        return "The agent was " + state.wire() + " before this run began.";
    }
}
