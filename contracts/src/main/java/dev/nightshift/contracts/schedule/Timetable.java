package dev.nightshift.contracts.schedule;

import dev.nightshift.contracts.AgentSchedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that decides when an agent is due: its schedule in its time zone, from {@code startAt} to {@code endAt} (both
 * included, either may be absent).
 */
public record Timetable(
        Schedule schedule,
        ZoneId zone,
        Instant setAt,
        @Nullable Instant startAt,
        @Nullable Instant endAt) {

    /**
     * @throws InvalidScheduleException when the expression is not understood
     * @throws java.time.DateTimeException when there is no such time zone
     */
    public static Timetable of(AgentSchedule schedule) throws InvalidScheduleException {
        return new Timetable(
                Schedule.parse(schedule.expression()),
                ZoneId.of(schedule.timezone()),
                schedule.setAt(),
                schedule.startAt(),
                schedule.endAt());
    }

    /** The first due time strictly after {@code after}; empty when there is none any more. */
    public Optional<Instant> nextAfter(Instant after) {
        Instant from = startAt != null && startAt.isAfter(after) ? startAt.minusNanos(1) : after;
        return schedule.next(from, zone, setAt).filter(due -> endAt == null || !due.isAfter(endAt));
    }
}
