package dev.nightshift.contracts.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of five fields, by the rules of Vixie cron (crontab(5), cron(8)):
 *
 * <ul>
 *   <li>Where day of the month and day of the week are both restricted (neither begins with {@code *}), either
 *       matches; otherwise both must.
 *   <li>Where minute and hour are both restricted, a time that the clock skips is due once, at the first instant after
 *       the gap, and a time that comes twice is due once, at its first occurrence.
 *   <li>Where minute or hour begins with {@code *}, what the wall clock shows is matched minute by minute: nothing is
 *       due inside a gap, and an hour that comes twice is due twice, so the pace stays even.
 * </ul>
 */
public record Cron(CronField minute, CronField hour, CronField dayOfMonth, CronField month, CronField dayOfWeek)
        implements Schedule {

    /** 29 February falls on a given day of the week at most 40 years apart (across a century without leap day). */
    private static final int HORIZON_YEARS = 41;

    static Cron weekly(CronField dayOfWeek, int hour, int minute) {
        return new Cron(
                CronField.of(minute),
                CronField.of(hour),
                CronField.all(CronUnit.DAY_OF_MONTH),
                CronField.all(CronUnit.MONTH),
                dayOfWeek);
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone, Instant setAt) {
        if (!after.isBefore(LAST)) {
            return Optional.empty();
        }
        return (followsTheClock() ? nextOnTheClock(after, zone) : nextOfTheDay(after, zone))
                .filter(due -> !due.isAfter(LAST));
    }

    /** Whether minute or hour begins with {@code *}. */
    boolean followsTheClock() {
        return minute.star() || hour.star();
    }

    /** Looks for a match between one change of the zone's offset and the next, then in the stretch after it. */
    private Optional<Instant> nextOnTheClock(Instant after, ZoneId zone) {
        Instant from = after.plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        while (true) {
            ZoneOffset offset = zone.getRules().getOffset(from);
            @Nullable ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            Optional<Instant> match =
                    nextLocal(LocalDateTime.ofInstant(from, offset)).map(time -> time.toInstant(offset));
            if (match.isEmpty() || change == null || match.get().isBefore(change.getInstant())) {
                return match;
            }
            from = change.getInstant();
        }
    }

    private Optional<Instant> nextOfTheDay(Instant after, ZoneId zone) {
        Optional<LocalDateTime> time =
                nextLocal(LocalDateTime.ofInstant(after, zone).truncatedTo(ChronoUnit.MINUTES));
        while (time.isPresent() && !LocalTimes.instantOf(time.get(), zone).isAfter(after)) {
            time = nextLocal(time.get().plusMinutes(1));
        }
        return time.map(local -> LocalTimes.instantOf(local, zone));
    }

    /** The first matching minute of the calendar, at or after {@code from}; empty when there is none. */
    Optional<LocalDateTime> nextLocal(LocalDateTime from) {
        LocalDateTime start = from.truncatedTo(ChronoUnit.MINUTES).isBefore(from)
                ? from.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1)
                : from;
        LocalDate today = start.toLocalDate();
        Optional<LocalDateTime> later = matches(today) ? nextWithin(start) : Optional.empty();
        return later.isPresent() ? later : nextDate(today.plusDays(1)).flatMap(day -> nextWithin(day.atStartOfDay()));
    }

    private Optional<LocalDateTime> nextWithin(LocalDateTime start) {
        if (hour.has(start.getHour()) && minute.from(start.getMinute()) >= 0) {
            return Optional.of(start.withMinute(minute.from(start.getMinute())));
        }
        int nextHour = hour.from(start.getHour() + 1);
        return nextHour < 0
                ? Optional.empty()
                : Optional.of(start.withHour(nextHour).withMinute(minute.first()));
    }

    private Optional<LocalDate> nextDate(LocalDate from) {
        LocalDate end = from.plusYears(HORIZON_YEARS);
        LocalDate day = from;
        while (day.isBefore(end)) {
            if (!month.has(day.getMonthValue())) {
                day = day.withDayOfMonth(1).plusMonths(1);
            } else if (matches(day)) {
                return Optional.of(day);
            } else {
                day = day.plusDays(1);
            }
        }
        return Optional.empty();
    }

    private boolean matches(LocalDate day) {
        boolean inMonth = dayOfMonth.has(day.getDayOfMonth());
        boolean inWeek = dayOfWeek.has(day.getDayOfWeek().getValue() % 7);
        return month.has(day.getMonthValue()) && (eitherDay() ? inMonth || inWeek : inMonth && inWeek);
    }

    /** Whether one of the two day fields is enough. */
    boolean eitherDay() {
        return !dayOfMonth.star() && !dayOfWeek.star();
    }

    @Override
    public String describe(ZoneId zone) {
        return DescribeCron.describe(this) + ", " + zone.getId();
    }

    @Override
    public List<String> warnings(ZoneId zone, Instant from) {
        return WarnAboutCron.warnings(this, zone, from);
    }
}
