package dev.nightshift.contracts.schedule;

import java.util.Locale;
import java.util.regex.Pattern;

/** Finds out which form of the language a text is in. */
final class ParseSchedule {
    private static final int MAX_LENGTH = 200;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    private static final Pattern ISO_DURATION = Pattern.compile("[+-]?p[t\\d+-].*");
    private static final Pattern CRON_FIELDS = Pattern.compile("[\\d*?][^ ]* [\\d*?].*|(?=.*\\*)[^ ]+( [^ ]+){4}");

    private ParseSchedule() {}

    static Schedule parse(String text) throws InvalidScheduleException {
        String typed = SPACE.matcher(text.strip()).replaceAll(" ");
        if (typed.isEmpty()) {
            throw new InvalidScheduleException("A schedule is missing.");
        }
        if (typed.length() > MAX_LENGTH) {
            throw new InvalidScheduleException("A schedule has at most " + MAX_LENGTH + " characters.");
        }
        return parseForm(typed.toLowerCase(Locale.ROOT), typed);
    }

    private static Schedule parseForm(String lower, String typed) throws InvalidScheduleException {
        if (lower.equals("manual")) {
            return new Manual();
        }
        if (NUMBER.matcher(lower).matches()) {
            return ParseInterval.seconds(lower);
        }
        if (ISO_DURATION.matcher(lower).matches()) {
            return ParseInterval.iso(lower, typed);
        }
        if (lower.startsWith("at ")) {
            return ParseOneTime.parse(lower, typed);
        }
        if (lower.contains(" at ")) {
            return ParseWords.parse(lower, typed);
        }
        if (lower.startsWith("every ")) {
            return ParseInterval.every(lower, typed);
        }
        if (lower.startsWith("@") || CRON_FIELDS.matcher(lower).matches()) {
            return ParseCron.parse(lower, typed);
        }
        throw new InvalidScheduleException("\"" + typed + "\" is not a schedule.");
    }
}
