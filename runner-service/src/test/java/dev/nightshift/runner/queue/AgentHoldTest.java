package dev.nightshift.runner.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.nightshift.contracts.AgentState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgentHoldTest {
    private static final Instant T1 = Instant.parse("2026-01-01T00:00:01Z");
    private static final Instant T2 = Instant.parse("2026-01-01T00:00:02Z");
    private static final AgentHold PAUSED = new AgentHold(AgentState.PAUSED, T1);

    @Test
    void anActiveAgentWasNeverHeld() {
        assertNull(AgentHold.next(null, null, AgentState.ACTIVE, T1));
    }

    @Test
    void aPauseBeginsAHold() {
        assertEquals(PAUSED, AgentHold.next(null, AgentState.ACTIVE, AgentState.PAUSED, T1));
    }

    @Test
    void editingAPausedAgentDoesNotMoveItsHold() {
        assertEquals(PAUSED, AgentHold.next(PAUSED, AgentState.PAUSED, AgentState.PAUSED, T2));
    }

    @Test
    void theHoldIsRememberedAfterTheAgentWasResumed() {
        assertEquals(PAUSED, AgentHold.next(PAUSED, AgentState.PAUSED, AgentState.ACTIVE, T2));
    }

    @Test
    void stoppingAPausedAgentBeginsAnotherHold() {
        assertEquals(
                new AgentHold(AgentState.STOPPED, T2),
                AgentHold.next(PAUSED, AgentState.PAUSED, AgentState.STOPPED, T2));
    }
}
