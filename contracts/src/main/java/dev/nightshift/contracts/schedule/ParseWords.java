package dev.nightshift.contracts.schedule;

import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code daily at 9am}, {@code weekdays at noon}, {@code mondays and thursdays at 14:30}. */
final class ParseWords {
    private static final Pattern FORM = Pattern.compile("(.+) at (.+)");
    private static final Pattern LEAD = Pattern.compile("^(?:every|on) ");
    private static final Pattern SEPARATOR = Pattern.compile(",? and |, ?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?::(\\d\\d))? ?(am|pm)?");
    private static final List<String> DAYS =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");

    private ParseWords() {}

    static Cron parse(String text, String typed) throws InvalidScheduleException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw notUnderstood(typed);
        }
        LocalTime time = time(form.group(2), typed);
        String days = LEAD.matcher(form.group(1)).replaceFirst("");
        return Cron.weekly(days(days, typed), time.getHour(), time.getMinute());
    }

    private static CronField days(String days, String typed) throws InvalidScheduleException {
        return switch (days) {
            case "daily", "day" -> CronField.all(CronUnit.DAY_OF_WEEK);
            case "weekdays", "weekday" -> new CronField(CronField.bits(1, 5, 1), false, 0);
            case "weekends", "weekend" -> new CronField(1L | 1L << 6, false, 0);
            default -> {
                long values = 0;
                for (String day : SEPARATOR.split(days, -1)) {
                    values |= 1L << day(day, typed);
                }
                yield new CronField(values, false, 0);
            }
        };
    }

    private static int day(String day, String typed) throws InvalidScheduleException {
        int number = DAYS.indexOf(day.endsWith("s") ? day.substring(0, day.length() - 1) : day);
        if (number < 0) {
            throw notUnderstood(typed);
        }
        return number;
    }

    private static LocalTime time(String text, String typed) throws InvalidScheduleException {
        if (text.equals("noon") || text.equals("midnight")) {
            return text.equals("noon") ? LocalTime.NOON : LocalTime.MIDNIGHT;
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches() || time.group(2) == null && time.group(3) == null) {
            throw notUnderstood(typed);
        }
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        int hour = hour(Integer.parseInt(time.group(1)), time.group(3));
        if (hour < 0 || hour > 23 || minute > 59) {
            throw new InvalidScheduleException("\"" + typed + "\" names a time that does not exist.");
        }
        return LocalTime.of(hour, minute);
    }

    /** The hour of the day, or -1: with am or pm, hours run from 1 to 12. */
    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        return hour < 1 || hour > 12 ? -1 : hour % 12 + (half.equals("pm") ? 12 : 0);
    }

    private static InvalidScheduleException notUnderstood(String typed) {
        return new InvalidScheduleException(
                "\"" + typed + "\" is not understood: write the days (daily, weekdays, weekends,"
                        + " or names like mondays and thursdays), \"at\", and one time like 9am or 14:30.");
    }
}
