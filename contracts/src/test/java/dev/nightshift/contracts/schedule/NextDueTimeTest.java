package dev.nightshift.contracts.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextDueTimeTest {
    private static final Instant SET = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The hour from 2 to 3 is skipped on 29 March 2026 and comes twice on 25 October 2026.
                "30 2 * * *|Europe/Berlin|2026-03-28T00:00:00Z|2026-03-28T01:30:00Z 2026-03-29T01:00:00Z 2026-03-30T00:30:00Z",
                "0,30 2 * * *|Europe/Berlin|2026-03-28T12:00:00Z|2026-03-29T01:00:00Z 2026-03-30T00:00:00Z",
                "0 2-3 * * *|Europe/Berlin|2026-03-28T12:00:00Z|2026-03-29T01:00:00Z 2026-03-30T00:00:00Z",
                "30 2 * * *|Europe/Berlin|2026-10-24T12:00:00Z|2026-10-25T00:30:00Z 2026-10-26T01:30:00Z",
                "30 2 * * *|Europe/Berlin|2026-10-25T01:10:00Z|2026-10-26T01:30:00Z",
                "daily at 2:30am|Europe/Berlin|2026-03-28T12:00:00Z|2026-03-29T01:00:00Z",
                // What follows the clock keeps its pace through both.
                "30 * * * *|Europe/Berlin|2026-03-29T00:00:00Z|2026-03-29T00:30:00Z 2026-03-29T01:30:00Z 2026-03-29T02:30:00Z",
                "30 * * * *|Europe/Berlin|2026-10-24T23:45:00Z|2026-10-25T00:30:00Z 2026-10-25T01:30:00Z 2026-10-25T02:30:00Z",
                "*/30 2 * * *|Europe/Berlin|2026-03-28T12:00:00Z|2026-03-30T00:00:00Z",
                "*/30 2 * * *|Europe/Berlin|2026-10-24T12:00:00Z|2026-10-25T00:00:00Z 2026-10-25T00:30:00Z 2026-10-25T01:00:00Z 2026-10-25T01:30:00Z 2026-10-26T01:00:00Z",
                // New York: 8 March and 1 November 2026, at 2 o'clock.
                "30 2 * * *|America/New_York|2026-03-07T12:00:00Z|2026-03-08T07:00:00Z 2026-03-09T06:30:00Z",
                "30 1 * * *|America/New_York|2026-10-31T12:00:00Z|2026-11-01T05:30:00Z 2026-11-02T06:30:00Z",
                "0 9 * * 1-5|America/New_York|2026-03-06T12:00:00Z|2026-03-06T14:00:00Z 2026-03-09T13:00:00Z",
                // Half an hour only: Lord Howe Island; a whole day: Samoa; midnight: Santiago.
                "15 2 * * *|Australia/Lord_Howe|2026-10-03T00:00:00Z|2026-10-03T15:30:00Z",
                "0 9 30 12 *|Pacific/Apia|2011-12-01T00:00:00Z|2011-12-30T10:00:00Z 2012-12-29T19:00:00Z",
                "0 0 * * *|America/Santiago|2026-09-05T12:00:00Z|2026-09-06T04:00:00Z 2026-09-07T03:00:00Z",
                // Leap days, also across a century, and with a day of the week.
                "0 0 29 2 *|UTC|2026-01-01T00:00:00Z|2028-02-29T00:00:00Z 2032-02-29T00:00:00Z",
                "0 0 29 2 *|UTC|2096-03-01T00:00:00Z|2104-02-29T00:00:00Z",
                "0 0 29 2 */7|UTC|2088-03-01T00:00:00Z|2128-02-29T00:00:00Z",
                "0 0 31 * *|UTC|2026-01-31T00:00:00Z|2026-03-31T00:00:00Z 2026-05-31T00:00:00Z",
                // Either day field, or both where one begins with a star.
                "0 0 13 * 5|UTC|2026-02-12T00:00:00Z|2026-02-13T00:00:00Z 2026-02-20T00:00:00Z 2026-02-27T00:00:00Z 2026-03-06T00:00:00Z 2026-03-13T00:00:00Z",
                "0 0 */2 * 5|UTC|2026-02-12T00:00:00Z|2026-02-13T00:00:00Z 2026-02-27T00:00:00Z 2026-03-13T00:00:00Z",
                "0 0 * * 0|UTC|2026-02-12T00:00:00Z|2026-02-15T00:00:00Z",
                "0 0 * * 7|UTC|2026-02-12T00:00:00Z|2026-02-15T00:00:00Z",
                "59 23 31 12 *|UTC|2026-12-31T23:58:59.999Z|2026-12-31T23:59:00Z 2027-12-31T23:59:00Z",
                "* * * * *|UTC|2026-01-01T00:00:00Z|2026-01-01T00:01:00Z 2026-01-01T00:02:00Z",
                "* * * * *|UTC|2026-01-01T00:00:59.5Z|2026-01-01T00:01:00Z",
                "10-20/5,50 3 * * *|UTC|2026-01-01T03:10:00Z|2026-01-01T03:15:00Z 2026-01-01T03:20:00Z 2026-01-01T03:50:00Z",
                "mondays at 14:30|Europe/Berlin|2026-06-01T12:30:00Z|2026-06-08T12:30:00Z",
                "at 2026-03-29T02:30|Europe/Berlin|2026-01-01T00:00:00Z|2026-03-29T01:00:00Z",
                "at 2026-10-25T02:30|Europe/Berlin|2026-01-01T00:00:00Z|2026-10-25T00:30:00Z",
                "at 2026-07-01T09:00-04:00|Europe/Berlin|2026-01-01T00:00:00Z|2026-07-01T13:00:00Z",
            })
    void followsTheCalendar(String text, ZoneId zone, Instant after, String expected) throws Exception {
        List<Instant> due =
                Arrays.stream(expected.split(" ")).map(Instant::parse).toList();
        assertEquals(due, next(Schedule.parse(text), after, zone, SET, due.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "every 10 seconds, 2026-01-01T00:00:00Z, 2026-01-01T00:00:10Z",
        "every 10 seconds, 2026-01-01T00:00:09.999Z, 2026-01-01T00:00:10Z",
        "every 10 seconds, 2026-01-01T00:00:10Z, 2026-01-01T00:00:20Z",
        "every 10 seconds, 2025-06-01T00:00:00Z, 2026-01-01T00:00:10Z",
        "every 7 days, 2026-03-29T12:00:00Z, 2026-04-02T00:00:00Z",
        "every second, 2026-05-05T05:05:05.5Z, 2026-05-05T05:05:06Z",
    })
    void keepsThePhaseOfAnInterval(String text, Instant after, Instant expected) throws Exception {
        Instant setAt = SET.plusMillis(700);
        assertEquals(List.of(expected), next(Schedule.parse(text), after, ZoneId.of("Europe/Berlin"), setAt, 1));
    }

    @Test
    void endsWithWhatIsOver() throws Exception {
        ZoneId utc = ZoneId.of("UTC");
        Instant time = Instant.parse("2027-01-01T09:00:00Z");
        assertEquals(Optional.empty(), Schedule.parse("at 2027-01-01T09:00").next(time, utc, SET));
        assertEquals(Optional.empty(), Schedule.parse("manual").next(time, utc, SET));
        for (String text : List.of("* * * * *", "0 9 * * *", "every hour")) {
            assertEquals(Optional.empty(), Schedule.parse(text).next(Instant.MAX, utc, SET));
            assertEquals(Optional.empty(), Schedule.parse(text).next(Schedule.LAST.minusSeconds(1), utc, SET));
        }
    }

    private static List<Instant> next(Schedule schedule, Instant after, ZoneId zone, Instant setAt, int count) {
        return Stream.iterate(
                        schedule.next(after, zone, setAt).orElseThrow(),
                        due -> schedule.next(due, zone, setAt).orElseThrow())
                .limit(count)
                .toList();
    }
}
