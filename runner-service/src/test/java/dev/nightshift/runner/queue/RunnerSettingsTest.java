package dev.nightshift.runner.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunnerSettingsTest {
    @Test
    void hasTheDocumentedDefaults() {
        assertEquals(
                new RunnerSettings(3, 8, 15, Duration.ofSeconds(10)), RunnerSettings.of(Map.<String, String>of()::get));
    }

    @Test
    void readsEachByItsName() {
        assertEquals(
                new RunnerSettings(16, 9, 7, Duration.ofSeconds(2)),
                RunnerSettings.of(Map.of(
                        "AGENT_MAX_CONCURRENT_RUNS", "16",
                        "NIGHTSHIFT_MAX_CONCURRENT_CHATS", "9",
                        "AGENT_MAX_ITERATIONS", "7",
                        "NIGHTSHIFT_RUNNER_LEASE_MS", "2000")::get));
    }

    @Test
    void aWrongValueNamesItsSetting() {
        Exception wrong = assertThrows(
                IllegalArgumentException.class, () -> RunnerSettings.of(Map.of("AGENT_MAX_ITERATIONS", "many")::get));
        assertEquals("AGENT_MAX_ITERATIONS must be a whole number from 1 to 1000, not \"many\"", wrong.getMessage());
    }
}
