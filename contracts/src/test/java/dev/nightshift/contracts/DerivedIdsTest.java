package dev.nightshift.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdsTest {
    private static final AgentId AGENT = AgentId.of("0198a000-0000-7000-8000-000000000001");

    @Test
    void versionFiveFollowsTheStandardsExample() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertEquals(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"), Uuids.v5(dns, "www.example.com"));
    }

    @Test
    void theSameDueTimeIsTheSameRun() {
        Instant due = Instant.parse("2027-01-04T08:00:00Z");

        assertEquals(RunId.ofDueTime(AGENT, due), RunId.ofDueTime(AGENT, due.plusMillis(999)));
        assertNotEquals(RunId.ofDueTime(AGENT, due), RunId.ofDueTime(AGENT, due.plusSeconds(1)));
        assertEquals(new RunId(Uuids.v5(AGENT.value(), "2027-01-04T08:00:00Z")), RunId.ofDueTime(AGENT, due));
    }

    @Test
    void laterIdsOfVersionSevenSortLater() throws InterruptedException {
        UUID first = Uuids.v7();
        long millis = System.currentTimeMillis();
        while (System.currentTimeMillis() <= millis + 1) {
            Thread.onSpinWait();
        }
        UUID second = Uuids.v7();

        assertEquals(7, first.version());
        assertEquals(2, first.variant());
        assertTrue(first.toString().compareTo(second.toString()) < 0);
    }

    @Test
    void onlyTheCanonicalFormIsAnId() {
        assertThrows(IllegalArgumentException.class, () -> AgentId.of("1-2-3-4-5"));
    }
}
