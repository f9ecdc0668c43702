package dev.nightshift.scheduler.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.AgentState;
import dev.nightshift.scheduler.SampleAgent;
import dev.nightshift.scheduler.due.Standing;
import dev.nightshift.scheduler.due.StoredAgent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Instant SET = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOW = SET.plusSeconds(5);
    private static final SampleAgent FIRST = SampleAgent.scheduled("every 10 seconds", SET);
    private static final SampleAgent SECOND = FIRST.renamed("Second", SET.plusSeconds(1));
    private static final SampleAgent THIRD = SECOND.renamed("Third", SET.plusSeconds(2));

    @Test
    void keepsTheNewestOfABatchWhateverTheOrder() {
        Changes changes = Changes.of(List.of(), List.of(FIRST.changed(), THIRD.changed(), SECOND.changed()), NOW);
        assertEquals(List.of("Third"), names(changes));
    }

    @Test
    void ignoresWhatIsNotNewerThanTheStoredVersion() {
        StoredAgent stored = new StoredAgent(FIRST.id(), 2, null, SET, null);
        Changes changes = Changes.of(List.of(stored), List.of(FIRST.changed(), SECOND.changed()), NOW);
        assertEquals(List.of(), changes.replaced());
        assertEquals(List.of(), changes.verdicts());
    }

    @Test
    void deletesForGood() {
        Changes changes = Changes.of(List.of(), List.of(SECOND.changed(), SECOND.deleted(NOW), FIRST.changed()), NOW);
        assertEquals(List.of(), changes.replaced());
        assertEquals(List.of(SECOND.deleted(NOW)), changes.deleted());
    }

    @Test
    void refusesAScheduleThatIsNotUnderstood() {
        SampleAgent agent = SampleAgent.scheduled("every banana", SET);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Changes.of(List.of(), List.of(agent.changed()), NOW))
                .getMessage();
        assertTrue(message.contains("\"every banana\" is not an interval"), message);
    }

    @Test
    void refusesAChangeThatSaysDeleted() {
        SampleAgent agent = FIRST.then(AgentState.DELETED, NOW);
        assertThrows(IllegalArgumentException.class, () -> Changes.of(List.of(), List.of(agent.changed()), NOW));
    }

    private static List<String> names(Changes changes) {
        return changes.replaced().stream()
                .map(Standing::agent)
                .map(agent -> agent.definition().name())
                .toList();
    }
}
