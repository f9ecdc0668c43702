package dev.nightshift.contracts.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleWarningsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 9 31 * *|Months without a day 31 skip it.",
                "0 9 29 2 *|February has a day 29 in leap years only; in other years it is skipped.",
                "0 9 13 * 5|Day of the month and day of the week are both set: it is due when either matches.",
                "0 9 1-9 * */2|One day field is a step from *: it is due only when day of the month and day of the week both match.",
                "*/7 * * * *|Steps of 7 minutes start afresh every hour, so the last one is shorter. Write \"every 7 minutes\" for an even pace.",
                "0 */5 * * *|Steps of 5 hours start afresh every day, so the last one is shorter. Write \"every 5 hours\" for an even pace.",
                "every day|An interval counts elapsed time: when daylight saving time changes, its time of day moves. Write \"daily at 9am\" for a fixed time of day.",
                "at 2025-12-31T09:00|This time has passed: nothing will be due.",
                "at 2026-03-29T02:30|On 2026-03-29 the clock in Europe/Berlin skips 02:30: it is due at 03:00 instead.",
            })
    void namesTheSurprise(String text, String warning) throws Exception {
        assertEquals(List.of(warning), Schedule.parse(text).warnings(BERLIN, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 2 * * *", "30 2 * * *", "0,30 2 * * *"})
    void namesBothChangesOfTheClock(String text) throws Exception {
        String time = text.startsWith("30") ? "02:30" : "02:00";
        assertEquals(
                List.of(
                        "On 2026-03-29 the clock in Europe/Berlin skips " + time + ": it is due at 03:00 instead.",
                        "On 2026-10-25 the clock in Europe/Berlin shows " + time
                                + " twice: it is due the first time only."),
                Schedule.parse(text).warnings(BERLIN, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0 9 * * 1-5", "*/15 * * * *", "0 9 28 * *", "every 6 hours", "manual", "at 2026-05-01T09:00"})
    void isSilentAboutTheOrdinary(String text) throws Exception {
        assertEquals(List.of(), Schedule.parse(text).warnings(BERLIN, NOW));
    }
}
