package dev.nightshift.collab.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.collab.CollabTest;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentDirectoryTest extends CollabTest {
    private final AgentId agent = AgentId.next();

    @Inject
    AgentDirectory agents;

    @Test
    void knowsNothingOfWhatItNeverHeardOf() {
        assertEquals(Optional.empty(), agents.find(pool, agent).await().atMost(PATIENCE));
    }

    @Test
    void anOlderRecordChangesNothing() {
        store(record(5, AgentState.DELETED));
        store(record(4, AgentState.ACTIVE));
        assertEquals(
                Optional.of(new KnownAgent(agent, AgentState.DELETED, null)),
                agents.find(pool, agent).await().atMost(PATIENCE));
    }

    @Test
    void theNewestOfSeveralRecordsCounts() {
        store(record(1, AgentState.ACTIVE), record(3, AgentState.DELETED), record(2, AgentState.PAUSED));
        assertEquals(
                AgentState.DELETED,
                agents.find(pool, agent).await().atMost(PATIENCE).orElseThrow().state());
    }

    private void store(AgentEvent... events) {
        agents.store(pool, List.of(events)).await().atMost(PATIENCE);
    }

    private AgentEvent record(long version, AgentState state) {
        return new AgentDeleted(agent, version, state, Instant.parse("2027-01-01T09:00:00Z"));
    }
}
