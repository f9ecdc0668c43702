package dev.nightshift.search.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.search.sync.FolderWatch.Coverage;
import dev.nightshift.search.sync.SyncLedger.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SourceTaskTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);
    private static final Order ORDER = new Order(UUID.randomUUID(), "/folder", 1, 1);
    private static final Order EVERYTHING = new Order(ORDER.source(), "/folder", 2, 1);

    private final SourceTask task = new SourceTask();

    private void looked(Duration took, Coverage coverage) {
        assertEquals(true, task.start(ORDER, Instant.MAX));
        task.ended(took, coverage, NOW, MAX_PAUSE);
    }

    /** Seconds until the next look, to the millisecond. */
    private Duration pause(Order order) {
        Duration pause = Duration.ZERO;
        while (!task.start(order, NOW.plus(pause))) {
            pause = pause.plusMillis(10);
        }
        task.ended(Duration.ZERO, Coverage.NONE, NOW, MAX_PAUSE);
        return pause;
    }

    @Test
    void looksByTheClockWhereItCannotWatch() {
        looked(Duration.ofMillis(150), Coverage.NONE);
        assertEquals(Duration.ofMillis(1500), pause(ORDER));
        looked(Duration.ofMinutes(2), Coverage.NONE);
        assertEquals(MAX_PAUSE, pause(ORDER));
    }

    @Test
    void looksRarelyWhereNothingHappensAndSoonWhereSomethingDoes() {
        looked(Duration.ofMillis(100), Coverage.COMPLETE);
        assertEquals(Duration.ofSeconds(10), pause(ORDER));
        looked(Duration.ofMillis(100), Coverage.COMPLETE);
        task.touch();
        assertEquals(Duration.ofMillis(200), pause(ORDER));
    }

    @Test
    void looksSoonWhereThePathLeadsElsewhere() {
        task.found(Optional.of("inode 1"));
        looked(Duration.ofMillis(100), Coverage.COMPLETE);
        task.found(Optional.of("inode 1"));
        assertEquals(Duration.ofSeconds(10), pause(ORDER));
        looked(Duration.ofMillis(100), Coverage.COMPLETE);
        task.found(Optional.of("inode 2"));
        assertEquals(Duration.ofMillis(200), pause(ORDER));
        looked(Duration.ofMillis(100), Coverage.COMPLETE);
        task.found(Optional.empty());
        assertEquals(Duration.ofMillis(200), pause(ORDER));
    }

    @Test
    void looksAgainAtOnceWhenTheWatchHasOnlyBegunOrEverythingIsWanted() {
        looked(Duration.ofMillis(100), Coverage.GROWN);
        assertEquals(Duration.ZERO, pause(ORDER));
        looked(Duration.ofMillis(100), Coverage.COMPLETE);
        assertEquals(Duration.ZERO, pause(EVERYTHING));
    }

    @Test
    void oneThreadAtATimeWorksOnIt() {
        assertEquals(true, task.start(ORDER, NOW));
        assertEquals(false, task.start(EVERYTHING, NOW.plusSeconds(60)));
    }
}
