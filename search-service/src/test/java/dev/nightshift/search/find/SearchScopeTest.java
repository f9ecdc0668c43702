package dev.nightshift.search.find;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.search.access.ReadableSource;
import dev.nightshift.search.query.QueryParser;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchScopeTest {
    private static final ReadableSource DOCS = new ReadableSource(UUID.randomUUID(), "Docs", "folder", Instant.EPOCH);
    private static final ReadableSource NOTES =
            new ReadableSource(UUID.randomUUID(), "My Notes", "folder", Instant.EPOCH);
    private static final UUID UNREADABLE = UUID.randomUUID();

    private static Set<UUID> scope(String query, List<UUID> sourceIds) {
        return SearchScope.of(List.of(DOCS, NOTES), QueryParser.parse(query), sourceIds);
    }

    @Test
    void isEverythingReadableUnlessNarrowed() {
        assertEquals(Set.of(DOCS.id(), NOTES.id()), scope("x", null));
        assertEquals(Set.of(DOCS.id()), scope("in:docs", null));
        assertEquals(Set.of(NOTES.id()), scope("in:\"my notes\"", null));
        assertEquals(Set.of(NOTES.id()), scope("-in:DOCS", null));
        assertEquals(Set.of(DOCS.id()), scope("in:" + DOCS.id().toString().toUpperCase(), null));
        assertEquals(Set.of(DOCS.id(), NOTES.id()), scope("in:docs in:\"my notes\"", null));
        assertEquals(Set.of(NOTES.id()), scope("", List.of(NOTES.id())));
    }

    @Test
    void neverHoldsMoreThanIsReadable() {
        assertEquals(Set.of(), scope("", List.of(UNREADABLE)));
        assertEquals(Set.of(), scope("in:" + UNREADABLE, null));
        assertEquals(Set.of(), scope("in:docs", List.of(NOTES.id())));
        assertEquals(Set.of(), scope("", List.of()));
    }
}
