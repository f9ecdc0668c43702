package dev.nightshift.contracts.schedule;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Says a cron line in plain English, without its time zone. */
final class DescribeCron {
    private static final int MAX_TIMES = 6;

    private DescribeCron() {}

    static String describe(Cron cron) {
        return times(cron.minute(), cron.hour()) + days(cron);
    }

    private static String times(CronField minute, CronField hour) {
        boolean clockTimes = !minute.star() && hour.step() != 1;
        if (clockTimes && minute.count() * hour.count() <= MAX_TIMES) {
            return "At "
                    + and(hour.list().stream()
                            .flatMap(h -> minute.list().stream().map(m -> clock(h, m)))
                            .toList());
        }
        if (minute.count() == 1 && minute.first() == 0 && (hour.contiguous() || hour.step() > 0)) {
            return onTheHour(hour);
        }
        return minutes(minute) + (hour.step() == 1 ? minute.step() == 0 ? " of every hour" : "" : hours(hour));
    }

    private static String onTheHour(CronField hour) {
        return switch (hour.step()) {
            case 0 -> "Every hour from " + clock(hour.first(), 0) + " to " + clock(hour.last(), 0);
            case 1 -> "Every hour";
            default -> "Every " + hour.step() + " hours from 00:00";
        };
    }

    private static String minutes(CronField minute) {
        return switch (minute.step()) {
            case 0 -> (minute.count() == 1 ? "At minute " : "At minutes ") + numbers(minute);
            case 1 -> "Every minute";
            default -> "Every " + minute.step() + " minutes";
        };
    }

    private static String hours(CronField hour) {
        if (hour.count() == 1) {
            return " of the hour from " + clock(hour.first(), 0);
        }
        return hour.contiguous()
                ? " from " + clock(hour.first(), 0) + " to " + clock(hour.last(), 59)
                : " of the hours " + numbers(hour);
    }

    private static String days(Cron cron) {
        boolean anyDay = cron.dayOfMonth().step() == 1;
        boolean anyWeekday = cron.dayOfWeek().step() == 1;
        String months = cron.month().step() == 1 ? "" : months(cron.month());
        if (anyDay && anyWeekday) {
            boolean clockTimes = cron.hour().step() != 1;
            return (clockTimes ? " every day" : "") + (months.isEmpty() ? "" : " in " + months);
        }
        String inMonth = " on " + (cron.dayOfMonth().count() == 1 ? "day " : "days ") + numbers(cron.dayOfMonth())
                + " of " + (months.isEmpty() ? "the month" : months);
        String inWeek = " on " + weekdays(cron.dayOfWeek());
        if (anyWeekday) {
            return inMonth;
        }
        if (anyDay) {
            return inWeek + (months.isEmpty() ? "" : " in " + months);
        }
        return cron.eitherDay()
                ? inMonth + ", and" + inWeek + (months.isEmpty() ? "" : " in " + months)
                : inMonth + ", only" + inWeek;
    }

    private static String weekdays(CronField days) {
        if (days.values() == CronField.bits(1, 5, 1)) {
            return "weekdays";
        }
        if (days.values() == (1L | 1L << 6)) {
            return "weekends";
        }
        List<Integer> mondayFirst =
                days.list().stream().map(day -> day == 0 ? 7 : day).sorted().toList();
        return and(mondayFirst.stream()
                .map(day -> DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s")
                .toList());
    }

    private static String months(CronField months) {
        return ranges(months, month -> Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private static String numbers(CronField field) {
        return ranges(field, Integer::toString);
    }

    private static String ranges(CronField field, IntFunction<String> name) {
        return field.count() > 2 && field.contiguous()
                ? name.apply(field.first()) + " to " + name.apply(field.last())
                : and(field.list().stream().map(name::apply).toList());
    }

    private static String and(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private static String clock(int hour, int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
    }
}
