package dev.nightshift.search.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query, understood.
 *
 * @param in names or ids of sources, lower case; empty: any
 * @param types file types, lower case and normalised; empty: any
 * @param after changed at this instant or later
 * @param before changed earlier than this instant
 */
public record SearchQuery(
        List<Term> wanted,
        List<Term> unwanted,
        Set<String> in,
        Set<String> notIn,
        Set<String> types,
        Set<String> notTypes,
        @Nullable Instant after,
        @Nullable Instant before) {

    public SearchQuery {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
        in = Set.copyOf(in);
        notIn = Set.copyOf(notIn);
        types = Set.copyOf(types);
        notTypes = Set.copyOf(notTypes);
    }

    /** Nothing to rank by: the newest documents come first. */
    public boolean isListing() {
        return wanted.isEmpty();
    }
}
