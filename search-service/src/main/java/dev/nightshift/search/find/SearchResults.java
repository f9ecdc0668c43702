package dev.nightshift.search.find;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nightshift.search.index.Hit;
import dev.nightshift.search.index.PageEnd;
import dev.nightshift.search.index.SearchPage;
import dev.nightshift.search.index.Snippet;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of what was found. */
@Schema(
        name = "SearchResults",
        requiredProperties = {"items", "total", "nextCursor"})
record SearchResults(
        List<Item> items,

        @Schema(description = "How many documents match, on all pages.")
        long total,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable String nextCursor) {

    @Schema(
            name = "SearchResult",
            requiredProperties = {"documentId", "sourceId", "title", "snippet", "marks", "score", "updatedAt"})
    record Item(
            UUID documentId,
            UUID sourceId,
            String title,

            @Schema(description = "Plain text around the hits, on one line.")
            String snippet,

            @Schema(description = "The hit words of `snippet`.")
            List<Mark> marks,

            float score,

            @Schema(description = "Where the document can be seen outside; folders have no such place.") @Nullable URI url,

            Instant updatedAt) {}

    @Schema(
            name = "Mark",
            requiredProperties = {"from", "to"})
    record Mark(
            @Schema(description = "First UTF-16 unit of the hit.")
            int from,

            @Schema(description = "First UTF-16 unit after it.")
            int to) {}

    static SearchResults of(SearchPage page, SearchCall call) {
        PageEnd end = page.end();
        return new SearchResults(
                page.hits().stream().map(SearchResults::item).toList(),
                page.total(),
                end == null ? null : SearchCursor.write(end, call));
    }

    private static Item item(Hit hit) {
        Snippet snippet = hit.snippet();
        return new Item(
                hit.documentId(),
                hit.sourceId(),
                hit.title(),
                snippet.text(),
                snippet.marks().stream()
                        .map(mark -> new Mark(mark.from(), mark.to()))
                        .toList(),
                hit.score(),
                null,
                hit.updatedAt());
    }
}
