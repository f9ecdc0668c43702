package dev.nightshift.contracts.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final Instant SET = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // after, startAt, endAt, next
        "0, , , 10",
        "10, , , 20",
        "0, 30, , 30",
        "0, 31, , 40",
        "30, 30, , 40",
        "50, 30, , 60",
        "0, , 10, 10",
        "10, , 20, 20",
        "10, , 19, ",
        "0, 30, 30, 30",
        "0, 30, 29, ",
    })
    void liesBetweenStartAndEndBothIncluded(Long after, Long start, Long end, Long next) {
        Timetable timetable =
                new Timetable(new Interval(Duration.ofSeconds(10)), ZoneId.of("UTC"), SET, at(start), at(end));
        assertEquals(Optional.ofNullable(at(next)), timetable.nextAfter(at(after)));
    }

    private static Instant at(Long seconds) {
        return seconds == null ? null : SET.plusSeconds(seconds);
    }
}
