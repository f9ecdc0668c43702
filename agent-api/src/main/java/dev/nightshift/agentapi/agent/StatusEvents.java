package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.event.NewBackgroundEvent;
import dev.nightshift.contracts.BackgroundEvent.BackgroundAgentStatus;
import dev.nightshift.contracts.Decision;
import java.time.Instant;

/** The public event that says how an agent stands. */
@Decision
public final class StatusEvents {
    private StatusEvents() {}

    /** {@code cause} is the stable id of what changed it. */
    public static NewBackgroundEvent of(String cause, Agent agent, AgentStanding standing, Instant at) {
        return new NewBackgroundEvent(
                cause + ":status",
                agent.id(),
                agent.eventOwner(),
                at,
                new BackgroundAgentStatus(
                        agent.id(),
                        agent.settings().name(),
                        standing.status(agent.state()),
                        standing.lastRunAt(),
                        standing.lastDecision(),
                        agent.nextRunAt(at).orElse(null),
                        standing.runCount(),
                        standing.errorCount(),
                        at));
    }
}
