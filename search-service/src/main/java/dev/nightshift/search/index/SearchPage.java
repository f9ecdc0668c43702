package dev.nightshift.search.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of hits.
 *
 * @param total how many documents match, on all pages
 * @param end where to go on; absent on the last page
 */
public record SearchPage(
        List<Hit> hits, long total, @Nullable PageEnd end) {
    public SearchPage {
        hits = List.copyOf(hits);
    }

    static SearchPage empty() {
        return new SearchPage(List.of(), 0, null);
    }
}
