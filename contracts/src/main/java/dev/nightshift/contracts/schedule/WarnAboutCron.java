package dev.nightshift.contracts.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may surprise the author of a cron line. */
final class WarnAboutCron {
    private static final Duration AHEAD = Duration.ofDays(366);

    private WarnAboutCron() {}

    static List<String> warnings(Cron cron, ZoneId zone, Instant from) {
        List<String> warnings = new ArrayList<>();
        shortMonths(cron).ifPresent(warnings::add);
        twoDayFields(cron).ifPresent(warnings::add);
        unevenStep(cron.minute(), 60, "minutes", "hour").ifPresent(warnings::add);
        unevenStep(cron.hour(), 24, "hours", "day").ifPresent(warnings::add);
        if (!cron.followsTheClock() && from.isBefore(Schedule.LAST)) {
            changesOfTheClock(cron, zone, from, warnings);
        }
        return List.copyOf(warnings);
    }

    private static Optional<String> shortMonths(Cron cron) {
        int day = cron.dayOfMonth().last();
        boolean lacking =
                cron.month().list().stream().anyMatch(month -> Month.of(month).minLength() < day);
        if (cron.dayOfMonth().step() == 1 || !lacking) {
            return Optional.empty();
        }
        return Optional.of(
                day == 29
                        ? "February has a day 29 in leap years only; in other years it is skipped."
                        : "Months without a day " + day + " skip it.");
    }

    private static Optional<String> twoDayFields(Cron cron) {
        if (cron.dayOfMonth().step() == 1 || cron.dayOfWeek().step() == 1) {
            return Optional.empty();
        }
        return Optional.of(
                cron.eitherDay()
                        ? "Day of the month and day of the week are both set: it is due when either matches."
                        : "One day field is a step from *: it is due only when day of the month and day of the week"
                                + " both match.");
    }

    private static Optional<String> unevenStep(CronField field, int size, String units, String whole) {
        if (field.step() <= 1 || size % field.step() == 0) {
            return Optional.empty();
        }
        return Optional.of("Steps of " + field.step() + " " + units + " start afresh every " + whole
                + ", so the last one is shorter. Write \"every " + field.step() + " " + units
                + "\" for an even pace.");
    }

    private static void changesOfTheClock(Cron cron, ZoneId zone, Instant from, List<String> warnings) {
        @Nullable ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        while (change != null && change.getInstant().isBefore(from.plus(AHEAD))) {
            LocalDateTime start = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
            LocalDateTime end = change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
            Optional<LocalDateTime> hit = cron.nextLocal(start).filter(time -> time.isBefore(end));
            if (hit.isPresent()) {
                warnings.add(change.isGap() ? LocalTimes.skipped(hit.get(), zone) : twice(hit.get(), zone));
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
    }

    private static String twice(LocalDateTime time, ZoneId zone) {
        return "On " + time.toLocalDate() + " the clock in " + zone.getId() + " shows " + time.toLocalTime()
                + " twice: it is due the first time only.";
    }
}
