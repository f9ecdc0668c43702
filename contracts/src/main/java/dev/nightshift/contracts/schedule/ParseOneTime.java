package dev.nightshift.contracts.schedule;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code at 2027-01-01T09:00}, also with seconds, with a space instead of the T, and with an offset or Z. */
final class ParseOneTime {
    private static final Pattern FORM =
            Pattern.compile("at (\\d{4}-\\d\\d-\\d\\d)[t ](\\d\\d:\\d\\d(?::\\d\\d)?) ?(z|[+-]\\d\\d:\\d\\d)?");

    private ParseOneTime() {}

    static OneTime parse(String text, String typed) throws InvalidScheduleException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidScheduleException(
                    "\"" + typed + "\" is not a time: write \"at\", the date and the time like 2027-01-01T09:00.");
        }
        try {
            @Nullable String offset = form.group(3);
            return new OneTime(
                    LocalDateTime.parse(form.group(1) + "T" + form.group(2)),
                    offset == null ? null : ZoneOffset.of(offset.toUpperCase(Locale.ROOT)));
        } catch (DateTimeException e) {
            throw new InvalidScheduleException("\"" + typed + "\" names a date or time that does not exist.");
        }
    }
}
