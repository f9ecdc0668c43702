package dev.nightshift.contracts.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When something is due. Due times are whole seconds. */
public sealed interface Schedule permits Cron, Interval, OneTime, Manual {

    /** No due time lies after this instant; it keeps every calculation inside the four-digit years. */
    Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * Reads cron ({@code 0 9 * * 1-5}), an interval ({@code every 6 hours}, {@code PT15M}, a whole number of seconds),
     * words ({@code daily at 9am}, {@code mondays at 14:30}), one time ({@code at 2027-01-01T09:00}) or
     * {@code manual}. Upper and lower case are the same.
     *
     * @throws InvalidScheduleException with a message that says what is wrong and shows examples
     */
    static Schedule parse(String text) throws InvalidScheduleException {
        return ParseSchedule.parse(text);
    }

    /**
     * The first due time strictly after {@code after}, or empty when there is none any more.
     *
     * @param zone the time zone that wall clock times are meant in
     * @param setAt when the schedule was set, which fixes the phase of an interval
     */
    Optional<Instant> next(Instant after, ZoneId zone, Instant setAt);

    /** What it means, in plain English and local time. */
    String describe(ZoneId zone);

    /** What may surprise the person who typed it, one sentence each, judged for the year after {@code from}. */
    List<String> warnings(ZoneId zone, Instant from);
}
