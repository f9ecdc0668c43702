package dev.nightshift.search.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of sources, newest first. */
@Schema(
        name = "SourceList",
        requiredProperties = {"items", "nextCursor"})
record SourceList(
        List<SourceView> items,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable String nextCursor) {

    /** Which page: the ids of sources rise with time, so the last one shown says where to go on. */
    record Wanted(int limit, @Nullable UUID before) {
        private static final int DEFAULT_LIMIT = 50;
        private static final int MAX_LIMIT = 200;

        /** Reads the query parameters as sent; 400 with every fault. */
        static Wanted read(@Nullable String limit, @Nullable String cursor) {
            List<FieldError> errors = new ArrayList<>();
            Wanted wanted = new Wanted(limit(limit, errors), before(cursor, errors));
            if (!errors.isEmpty()) {
                throw Problem.invalid(errors);
            }
            return wanted;
        }

        private static int limit(@Nullable String text, List<FieldError> errors) {
            if (text == null) {
                return DEFAULT_LIMIT;
            }
            if (text.matches("\\d{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MAX_LIMIT) {
                return Integer.parseInt(text);
            }
            errors.add(new FieldError("limit", "must be a whole number from 1 to " + MAX_LIMIT));
            return DEFAULT_LIMIT;
        }

        private static @Nullable UUID before(@Nullable String cursor, List<FieldError> errors) {
            try {
                return cursor == null ? null : Uuids.parse(cursor);
            } catch (IllegalArgumentException e) {
                errors.add(new FieldError("cursor", "is not one that this list gave; send nextCursor as it was"));
                return null;
            }
        }

        /** Cuts what was found, one more than wanted where there is more, to the page. */
        SourceList page(List<SourceView> found) {
            return found.size() <= limit
                    ? new SourceList(found, null)
                    : new SourceList(
                            found.subList(0, limit), found.get(limit - 1).id().toString());
        }
    }
}
