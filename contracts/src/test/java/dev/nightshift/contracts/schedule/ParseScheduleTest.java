package dev.nightshift.contracts.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParseScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "every second, 1",
        "every 1 second, 1",
        "every 10 seconds, 10",
        "every 90 secs, 90",
        "every 10s, 10",
        "every minute, 60",
        "every 5 minutes, 300",
        "EVERY 5 Min, 300",
        "'  every   2  hours ', 7200",
        "every hour, 3600",
        "every day, 86400",
        "every 3 days, 259200",
        "every week, 604800",
        "every 2 weeks, 1209600",
        "PT15M, 900",
        "pt1h30m, 5400",
        "P1DT12H, 129600",
        "P2W, 1209600",
        "PT1S, 1",
        "3600, 3600",
        "1, 1",
        "31622400, 31622400",
        "every 366 days, 31622400",
    })
    void readsIntervals(String text, long seconds) throws Exception {
        assertEquals(new Interval(Duration.ofSeconds(seconds)), Schedule.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manual", "Manual", " MANUAL "})
    void readsManual(String text) throws Exception {
        assertEquals(new Manual(), Schedule.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *|Every minute, Europe/Berlin",
                "*/5 * * * *|Every 5 minutes, Europe/Berlin",
                "*/15 9-17 * * 1-5|Every 15 minutes from 09:00 to 17:59 on weekdays, Europe/Berlin",
                "0 * * * *|Every hour, Europe/Berlin",
                "30 * * * *|At minute 30 of every hour, Europe/Berlin",
                "0 */6 * * *|At 00:00, 06:00, 12:00 and 18:00 every day, Europe/Berlin",
                "0 */2 * * *|Every 2 hours from 00:00 every day, Europe/Berlin",
                "0 9-17 * * 1-5|Every hour from 09:00 to 17:00 on weekdays, Europe/Berlin",
                "* * * 12 *|Every minute in December, Europe/Berlin",
                "5,35 0,3,9,21 * * *|At minutes 5 and 35 of the hours 0, 3, 9 and 21 every day, Europe/Berlin",
                "0 9 * * 1-5|At 09:00 on weekdays, Europe/Berlin",
                "0 9 * * MON-FRI|At 09:00 on weekdays, Europe/Berlin",
                "0 9 * * *|At 09:00 every day, Europe/Berlin",
                "0,30 9,17 * * SAT,SUN|At 09:00, 09:30, 17:00 and 17:30 on weekends, Europe/Berlin",
                "15 8 * * 0|At 08:15 on Sundays, Europe/Berlin",
                "15 8 * * 7|At 08:15 on Sundays, Europe/Berlin",
                "15 8 * * fri-sun|At 08:15 on Fridays, Saturdays and Sundays, Europe/Berlin",
                "0 6 1 * *|At 06:00 on day 1 of the month, Europe/Berlin",
                "0 6 1,15 JAN,jul *|At 06:00 on days 1 and 15 of January and July, Europe/Berlin",
                "0 6 13 * 5|At 06:00 on day 13 of the month, and on Fridays, Europe/Berlin",
                "0 6 */2 * 5|At 06:00 on days 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29 and 31 of the month, only on Fridays, Europe/Berlin",
                "@daily|At 00:00 every day, Europe/Berlin",
                "@hourly|Every hour, Europe/Berlin",
                "@weekly|At 00:00 on Sundays, Europe/Berlin",
                "daily at 9am|At 09:00 every day, Europe/Berlin",
                "every day at 21:15|At 21:15 every day, Europe/Berlin",
                "Weekdays at 9:30 AM|At 09:30 on weekdays, Europe/Berlin",
                "weekends at noon|At 12:00 on weekends, Europe/Berlin",
                "mondays at 14:30|At 14:30 on Mondays, Europe/Berlin",
                "every monday, wednesday and friday at 12am|At 00:00 on Mondays, Wednesdays and Fridays, Europe/Berlin",
                "sunday at 12pm|At 12:00 on Sundays, Europe/Berlin",
                "every 90 seconds|Every 90 seconds",
                "3600|Every hour",
                "PT15M|Every 15 minutes",
                "P2W|Every 2 weeks",
                "manual|Only when started by hand",
                "at 2027-01-01T09:00|Once, on 1 January 2027 at 09:00, Europe/Berlin",
                "at 2027-07-01T09:00:30Z|Once, on 1 July 2027 at 11:00:30, Europe/Berlin",
            })
    void saysWhatItUnderstood(String text, String description) throws Exception {
        assertEquals(description, Schedule.parse(text).describe(BERLIN));
    }

    @Test
    void readsOneTimeWithAndWithoutOffset() throws Exception {
        assertEquals(new OneTime(LocalDateTime.parse("2027-01-01T09:00"), null), Schedule.parse("at 2027-01-01 09:00"));
        assertEquals(
                new OneTime(LocalDateTime.parse("2027-01-01T09:00:05"), ZoneOffset.ofHours(2)),
                Schedule.parse("At 2027-01-01T09:00:05+02:00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|A schedule is missing.",
                "'   '|A schedule is missing.",
                "banana|\"banana\" is not a schedule.",
                "every banana|\"every banana\" is not an interval:",
                "every 5 bananas|\"every 5 bananas\" is not an interval:",
                "every|\"every\" is not a schedule.",
                "every 0 seconds|The interval \"every 0 seconds\" is too short: at least 1 second.",
                "every -5 minutes|The interval \"every -5 minutes\" is too short: at least 1 second.",
                "every 1.5 hours|\"every 1.5 hours\" is not a whole number",
                "every 367 days|The interval \"every 367 days\" is too long: at most 366 days.",
                "every 99999999999999999999 seconds|too long: at most 366 days.",
                "0|The interval \"0\" is too short: at least 1 second.",
                "-10|The interval \"-10\" is too short: at least 1 second.",
                "0.5|\"0.5\" is not a whole number",
                "31622401|too long: at most 366 days.",
                "PT0.5S|\"PT0.5S\" is not a whole number",
                "PT0S|too short: at least 1 second.",
                "-PT5M|too short: at least 1 second.",
                "P1M|\"P1M\" is not a duration:",
                "PT|\"PT\" is not a duration:",
                "P1000D|too long: at most 366 days.",
                "60 * * * *|\"60\" is wrong as the minute: it lies between 0 and 59.",
                "0 24 * * *|\"24\" is wrong as the hour: it lies between 0 and 23.",
                "0 9 0 * *|\"0\" is wrong as the day of the month: it lies between 1 and 31.",
                "0 9 * 13 *|\"13\" is wrong as the month: it lies between 1 and 12.",
                "0 9 * * 8|\"8\" is wrong as the day of the week: it lies between 0 and 7.",
                "0 9 * * MONDAY|\"monday\" is wrong as the day of the week:",
                "0 MON * * *|\"mon\" is wrong as the hour: it is a number between 0 and 23.",
                "*/0 * * * *|\"*/0\" is wrong as the minute: a step is at least 1.",
                "5/15 * * * *|a step follows * or a range, like 5-59/15.",
                "30-10 * * * *|\"30-10\" is wrong as the minute: a range runs upwards",
                "1,,2 * * * *|\"\" is wrong as the minute:",
                "*-5 * * * *|\"*-5\" is wrong as the minute:",
                "? * * * *|\"?\" is wrong as the minute:",
                "0 9 L * *|\"l\" is wrong as the day of the month:",
                "0 9 * * 5#2|\"5#2\" is wrong as the day of the week:",
                "0 9 * *|\"0 9 * *\" is not a cron line: it has five fields",
                "0 0 9 * * 1-5|\"0 0 9 * * 1-5\" is not a cron line: it has five fields",
                "@reboot|\"@reboot\" is not a cron line:",
                "0 0 31 2 *|\"0 0 31 2 *\" is never due:",
                "0 0 31 4,6,9,11 *|is never due:",
                "0 0 30 2 *|is never due:",
                "daily at 9|\"daily at 9\" is not understood:",
                "daily at 25:00|\"daily at 25:00\" names a time that does not exist.",
                "daily at 13pm|names a time that does not exist.",
                "daily at 9:60|names a time that does not exist.",
                "someday at 9am|\"someday at 9am\" is not understood:",
                "at 2027-02-30T09:00|names a date or time that does not exist.",
                "at tomorrow|\"at tomorrow\" is not a time:",
                "10 minutes|\"10 minutes\" is not a schedule.",
            })
    void refusesWithTheProblemAndExamples(String text, String problem) {
        String message = assertThrows(InvalidScheduleException.class, () -> Schedule.parse(text))
                .getMessage();
        assertTrue(message.contains(problem), message);
        assertTrue(message.contains("Examples: \"0 9 * * 1-5\""), message);
    }

    @Test
    void refusesAnOverlongText() {
        String message = assertThrows(InvalidScheduleException.class, () -> Schedule.parse("1,".repeat(200)))
                .getMessage();
        assertTrue(message.startsWith("A schedule has at most 200 characters."), message);
    }
}
