package dev.nightshift.collab.log;

import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which part of a log is asked for: events after a number (default 0), {@code limit} 1–200 (default 50). */
record EventRange(long after, int limit) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** Reads the query as it was sent; a 400 names every fault. */
    static EventRange of(@Nullable String after, @Nullable String limit) {
        List<FieldError> errors = new ArrayList<>();
        long from = number(after, 0);
        long size = number(limit, DEFAULT_LIMIT);
        if (from < 0) {
            errors.add(new FieldError("after", "must be the number of an event, or 0 for all of them"));
        }
        if (size < 1 || size > MAX_LIMIT) {
            errors.add(new FieldError("limit", "must be a whole number from 1 to " + MAX_LIMIT));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new EventRange(from, (int) size);
    }

    private static long number(@Nullable String text, long absent) {
        try {
            return text == null ? absent : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
