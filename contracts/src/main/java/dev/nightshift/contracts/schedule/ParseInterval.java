package dev.nightshift.contracts.schedule;

import java.math.BigInteger;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code every 6 hours}, {@code PT15M}, {@code 3600}. */
final class ParseInterval {
    private static final Pattern EVERY = Pattern.compile("every (?:([+-]?\\d+(?:[.,]\\d+)?) ?)?([a-z]+)");
    private static final Pattern WHOLE = Pattern.compile("\\d+");
    private static final Pattern ISO_WEEKS = Pattern.compile("p(\\d+)w");

    private static final Map<List<String>, Duration> UNITS = Map.of(
            List.of("s", "sec", "secs", "second", "seconds"), Duration.ofSeconds(1),
            List.of("m", "min", "mins", "minute", "minutes"), Duration.ofMinutes(1),
            List.of("h", "hr", "hrs", "hour", "hours"), Duration.ofHours(1),
            List.of("d", "day", "days"), Duration.ofDays(1),
            List.of("w", "week", "weeks"), Duration.ofDays(7));

    private ParseInterval() {}

    static Interval seconds(String text) throws InvalidScheduleException {
        return interval(text, Duration.ofSeconds(1), text);
    }

    static Interval every(String text, String typed) throws InvalidScheduleException {
        Matcher form = EVERY.matcher(text);
        Duration unit = form.matches() ? unit(form.group(2)) : Duration.ZERO;
        if (unit.isZero()) {
            throw new InvalidScheduleException(
                    "\"" + typed
                            + "\" is not an interval: write \"every\", a whole number, and seconds, minutes, hours, days or weeks.");
        }
        return interval(form.group(1) == null ? "1" : form.group(1), unit, typed);
    }

    static Interval iso(String text, String typed) throws InvalidScheduleException {
        Matcher weeks = ISO_WEEKS.matcher(text);
        if (weeks.matches()) {
            return interval(weeks.group(1), Duration.ofDays(7), typed);
        }
        Duration length;
        try {
            length = Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidScheduleException(
                    "\"" + typed
                            + "\" is not a duration: ISO-8601 durations have days, hours, minutes and seconds, like P1DT12H or PT15M.");
        }
        if (length.getNano() != 0) {
            throw notWhole(typed);
        }
        return inBounds(length, typed);
    }

    private static Duration unit(String name) {
        return UNITS.entrySet().stream()
                .filter(unit -> unit.getKey().contains(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Interval interval(String count, Duration unit, String typed) throws InvalidScheduleException {
        if (count.contains(".") || count.contains(",")) {
            throw notWhole(typed);
        }
        if (!WHOLE.matcher(count).matches()) {
            throw tooShort(typed);
        }
        BigInteger seconds = new BigInteger(count).multiply(BigInteger.valueOf(unit.toSeconds()));
        if (seconds.bitLength() > 62) {
            throw tooLong(typed);
        }
        return inBounds(Duration.ofSeconds(seconds.longValueExact()), typed);
    }

    private static Interval inBounds(Duration length, String typed) throws InvalidScheduleException {
        if (length.compareTo(Interval.SHORTEST) < 0) {
            throw tooShort(typed);
        }
        if (length.compareTo(Interval.LONGEST) > 0) {
            throw tooLong(typed);
        }
        return new Interval(length);
    }

    private static InvalidScheduleException notWhole(String typed) {
        return new InvalidScheduleException("\"" + typed + "\" is not a whole number of seconds, minutes or hours.");
    }

    private static InvalidScheduleException tooShort(String typed) {
        return new InvalidScheduleException("The interval \"" + typed + "\" is too short: at least 1 second.");
    }

    private static InvalidScheduleException tooLong(String typed) {
        return new InvalidScheduleException("The interval \"" + typed + "\" is too long: at most 366 days.");
    }
}
