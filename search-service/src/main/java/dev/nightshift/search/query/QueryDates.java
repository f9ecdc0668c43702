package dev.nightshift.search.query;

import dev.nightshift.contracts.Decision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as typed after {@code before:} and {@code after:}: a year, a month, a day (each its start, UTC) or a time. */
@Decision
final class QueryDates {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\S{5,40}");

    private QueryDates() {}

    static Optional<Instant> parse(String text) {
        try {
            if (YEAR.matcher(text).matches()) {
                return Optional.of(start(Year.parse(text).atDay(1)));
            }
            if (MONTH.matcher(text).matches()) {
                return Optional.of(start(YearMonth.parse(text).atDay(1)));
            }
            if (DAY.matcher(text).matches()) {
                return Optional.of(start(LocalDate.parse(text)));
            }
            return TIME.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
