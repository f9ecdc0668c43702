package dev.nightshift.collab.session;

import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for: {@code limit} 1–200, default 50. */
record PageRequest(int limit, Cursor before) {
    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    /** Reads the query as it was sent; a 400 names every fault. */
    static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        List<FieldError> errors = new ArrayList<>();
        int size = DEFAULT_LIMIT;
        Cursor before = Cursor.START;
        try {
            size = limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            size = 0;
        }
        if (size < 1 || size > MAX_LIMIT) {
            errors.add(new FieldError("limit", "must be a whole number from 1 to " + MAX_LIMIT));
        }
        try {
            before = cursor == null ? Cursor.START : Cursor.parse(cursor);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("cursor", "must be a nextCursor of an earlier answer"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new PageRequest(size, before);
    }
}
