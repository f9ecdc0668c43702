package dev.nightshift.contracts.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every so much elapsed time: first one {@code length} after the schedule was set, then in the same phase for ever.
 * {@code length} is a whole number of seconds from 1 second to 366 days.
 */
public record Interval(Duration length) implements Schedule {
    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofDays(366);

    public Interval {
        if (length.getNano() != 0 || length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("not a whole number of seconds up to 366 days: " + length);
        }
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone, Instant setAt) {
        if (!after.isBefore(LAST)) {
            return Optional.empty();
        }
        long start = setAt.getEpochSecond();
        long passed = Math.floorDiv(after.getEpochSecond() - start, length.toSeconds());
        Instant next = Instant.ofEpochSecond(start + (Math.max(passed, 0) + 1) * length.toSeconds());
        return next.isAfter(LAST) ? Optional.empty() : Optional.of(next);
    }

    @Override
    public String describe(ZoneId zone) {
        for (ChronoUnit unit : List.of(ChronoUnit.WEEKS, ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)) {
            if (length.toSeconds() % unit.getDuration().toSeconds() == 0) {
                return every(length.toSeconds() / unit.getDuration().toSeconds(), unit);
            }
        }
        return every(length.toSeconds(), ChronoUnit.SECONDS);
    }

    private static String every(long count, ChronoUnit unit) {
        String plural = unit.toString().toLowerCase(Locale.ROOT);
        return count == 1 ? "Every " + plural.substring(0, plural.length() - 1) : "Every " + count + " " + plural;
    }

    @Override
    public List<String> warnings(ZoneId zone, Instant from) {
        boolean days = length.toSeconds() % Duration.ofDays(1).toSeconds() == 0;
        return days && zone.getRules().nextTransition(from) != null
                ? List.of("An interval counts elapsed time: when daylight saving time changes, its time of day moves."
                        + " Write \"daily at 9am\" for a fixed time of day.")
                : List.of();
    }
}
