package dev.nightshift.service.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code nextCursor} is null on the last. */
public record Page<T>(
        @Schema(required = true) List<T> items,

        @Schema(required = true, nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** All there is. */
    public static <T> Page<T> last(List<T> items) {
        return new Page<>(items, null);
    }

    /** Cuts a result that was asked for with one row more than the page holds. */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, String> cursor) {
        if (found.size() <= request.limit()) {
            return last(found);
        }
        List<T> items = found.subList(0, request.limit());
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), nextCursor);
    }
}
