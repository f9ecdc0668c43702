package dev.nightshift.contracts.schedule;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Five fields of numbers, names, ranges, lists and steps, or a macro like {@code @daily}. */
final class ParseCron {
    private static final Pattern ITEM = Pattern.compile("(\\*|[a-z\\d]+)(?:-([a-z\\d]+))?(?:/(\\d+))?");
    private static final LocalDateTime ANY_START = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final Map<String, String> MACROS = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");

    private ParseCron() {}

    static Cron parse(String text, String typed) throws InvalidScheduleException {
        String[] fields = MACROS.getOrDefault(text, text).split(" ");
        if (fields.length != 5) {
            throw new InvalidScheduleException("\"" + typed
                    + "\" is not a cron line: it has five fields (minute, hour, day of the month, month, day of the week)"
                    + " and none for seconds or years; for seconds write \"every 10 seconds\".");
        }
        Cron cron = new Cron(
                field(CronUnit.MINUTE, fields[0]),
                field(CronUnit.HOUR, fields[1]),
                field(CronUnit.DAY_OF_MONTH, fields[2]),
                field(CronUnit.MONTH, fields[3]),
                field(CronUnit.DAY_OF_WEEK, fields[4]));
        if (cron.nextLocal(ANY_START).isEmpty()) {
            throw new InvalidScheduleException(
                    "\"" + typed + "\" is never due: none of its months has such a day of the month.");
        }
        return cron;
    }

    private static CronField field(CronUnit unit, String text) throws InvalidScheduleException {
        long values = 0;
        for (String item : text.split(",", -1)) {
            values |= item(unit, item);
        }
        boolean star = text.startsWith("*");
        return new CronField(values, star, star && !text.contains(",") ? step(unit, text) : 0);
    }

    private static int step(CronUnit unit, String text) throws InvalidScheduleException {
        return text.equals("*") ? 1 : number(unit, text.substring(2));
    }

    private static long item(CronUnit unit, String text) throws InvalidScheduleException {
        Matcher item = ITEM.matcher(text);
        if (!item.matches() || item.group(1).equals("*") && item.group(2) != null) {
            throw wrong(unit, text, "write a value, a range (1-5), a list (1,3,5) or a step (*/15)");
        }
        boolean star = item.group(1).equals("*");
        if (!star && item.group(2) == null && item.group(3) != null) {
            throw wrong(
                    unit,
                    text,
                    "a step follows * or a range, like " + item.group(1) + "-" + unit.max + "/" + item.group(3));
        }
        int step = item.group(3) == null ? 1 : number(unit, item.group(3));
        if (step == 0) {
            throw wrong(unit, text, "a step is at least 1");
        }
        int from = star ? unit.min : value(unit, item.group(1));
        int to = star ? unit.max : item.group(2) == null ? from : value(unit, item.group(2));
        return normalised(unit, text, from, to, step);
    }

    private static long normalised(CronUnit unit, String text, int from, int to, int step)
            throws InvalidScheduleException {
        boolean endsOnSunday = unit == CronUnit.DAY_OF_WEEK && to == 0 && from > 0 && text.contains("-sun");
        int end = endsOnSunday ? 7 : to;
        if (end < from) {
            throw wrong(unit, text, "a range runs upwards; write two, like 22-23,0-2");
        }
        long values = CronField.bits(from, end, step);
        boolean sunday = unit == CronUnit.DAY_OF_WEEK && (values & 1L << 7) != 0;
        return sunday ? values & ~(1L << 7) | 1L : values;
    }

    private static int value(CronUnit unit, String text) throws InvalidScheduleException {
        int name = unit.names.indexOf(text.toUpperCase(Locale.ROOT));
        int value = name >= 0 ? name + unit.min : number(unit, text);
        if (value < unit.min || value > unit.max) {
            throw wrong(unit, text, "it lies between " + unit.min + " and " + unit.max);
        }
        return value;
    }

    private static int number(CronUnit unit, String text) throws InvalidScheduleException {
        if (text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong(
                    unit,
                    text,
                    unit.names.isEmpty()
                            ? "it is a number between " + unit.min + " and " + unit.max
                            : "it is a number between " + unit.min + " and " + unit.max + " or a name like "
                                    + unit.names.get(1));
        }
        return Integer.parseInt(text);
    }

    private static InvalidScheduleException wrong(CronUnit unit, String text, String advice) {
        return new InvalidScheduleException("\"" + text + "\" is wrong as the " + unit.label + ": " + advice + ".");
    }
}
