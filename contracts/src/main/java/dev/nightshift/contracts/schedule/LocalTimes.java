package dev.nightshift.contracts.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** How wall clock times become instants where a zone's clock is put forward or back. */
final class LocalTimes {
    private LocalTimes() {}

    /**
     * A time that the clock skips is the first instant after the gap; a time that comes twice is its first
     * occurrence. Later local times never become earlier instants.
     */
    static Instant instantOf(LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(time).getInstant()
                : time.toInstant(offsets.getFirst());
    }

    static String skipped(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition gap = zone.getRules().getTransition(time);
        return "On " + time.toLocalDate() + " the clock in " + zone.getId() + " skips " + time.toLocalTime()
                + ": it is due at " + gap.getDateTimeAfter().toLocalTime() + " instead.";
    }
}
