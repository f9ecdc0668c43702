package dev.nightshift.search.document;

import dev.nightshift.contracts.Decision;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which lines of a document a request asks for. */
@Decision
record LineRange(int from, int lines) {
    static final int DEFAULT_LINES = 400;
    static final int MAX_LINES = 10_000;

    /** Reads the query parameters as sent; 400 with every fault. */
    static LineRange read(@Nullable String from, @Nullable String lines) {
        List<FieldError> errors = new ArrayList<>();
        LineRange range = new LineRange(
                number("from", from, 1, Integer.MAX_VALUE, errors),
                number("lines", lines, DEFAULT_LINES, MAX_LINES, errors));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return range;
    }

    private static int number(String field, @Nullable String text, int absent, int max, List<FieldError> errors) {
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as any other number out of range
        }
        errors.add(new FieldError(field, "must be a whole number from 1 to " + max));
        return absent;
    }
}
