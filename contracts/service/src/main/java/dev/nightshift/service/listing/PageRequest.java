package dev.nightshift.service.listing;

import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which page is wanted: 1–200 rows (50 when not said), after the row that the cursor names. */
public record PageRequest(int limit, @Nullable Position after) {
    private static final int USUAL = 50;
    private static final int LARGEST = 200;
    private static final String SEPARATOR = "|";
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Where a row stands: newest first, the id where the times are equal. */
    public record Position(Instant at, UUID id) {
        /** The text a client sends back. */
        public String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
        }

        private static Position parse(String cursor) {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int separator = text.indexOf(SEPARATOR);
            Instant at = Instant.parse(text.substring(0, separator));
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
                throw new IllegalArgumentException("not a time of a row, and maybe none that a database holds: " + at);
            }
            return new Position(at, Uuids.parse(text.substring(separator + 1)));
        }
    }

    /** Reads the query parameters; a 400 names the one that cannot be read. */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        return of(limit, cursor, List.of());
    }

    /** As {@link #of(String, String)}; {@code others} are the faults of the other parameters, named in the same 400. */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor, List<FieldError> others) {
        List<FieldError> errors = new ArrayList<>(others);
        int rows = limit(limit, errors);
        Position after = position(cursor, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new PageRequest(rows, after);
    }

    private static int limit(@Nullable String text, List<FieldError> errors) {
        if (text == null) {
            return USUAL;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        errors.add(new FieldError("limit", "must be a whole number from 1 to " + LARGEST));
        return USUAL;
    }

    private static @Nullable Position position(@Nullable String cursor, List<FieldError> errors) {
        if (cursor == null) {
            return null;
        }
        try {
            return Position.parse(cursor);
        } catch (RuntimeException e) {
            errors.add(new FieldError("cursor", "must be a nextCursor of an earlier page"));
            return null;
        }
    }
}
