package dev.nightshift.search.index;

import dev.nightshift.search.query.SearchQuery;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to find.
 *
 * @param sources where, and nowhere else; empty finds nothing. The {@code in} and {@code notIn} of the query are
 *     already worked into it
 * @param limit hits a page, at least 1
 * @param after the last hit of the page before
 */
public record SearchRequest(
        SearchQuery query,
        Set<UUID> sources,
        int limit,
        @Nullable PageEnd after) {
    public SearchRequest {
        sources = Set.copyOf(sources);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
