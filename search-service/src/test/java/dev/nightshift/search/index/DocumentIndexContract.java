package dev.nightshift.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.nightshift.search.document.Document;
import dev.nightshift.search.document.DocumentChange;
import dev.nightshift.search.document.DocumentChange.Removed;
import dev.nightshift.search.document.DocumentChange.Written;
import dev.nightshift.search.query.QueryParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link DocumentIndex} must do. */
abstract class DocumentIndexContract {
    static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");

    final UUID source = UUID.randomUUID();
    final UUID other = UUID.randomUUID();

    /** An empty index. */
    abstract DocumentIndex index();

    static Document document(UUID source, String path, String title, String text) {
        return new Document(Document.idOf(source, path), source, path, title, "md", text.length(), "00", AT, AT, text);
    }

    static Written written(long number, UUID source, String path, String text) {
        return new Written(number, document(source, path, path, text));
    }

    static SearchPage search(DocumentIndex index, String query, UUID... sources) {
        return index.search(new SearchRequest(QueryParser.parse(query), Set.of(sources), 10, null));
    }

    static List<String> titles(SearchPage page) {
        return page.hits().stream().map(Hit::title).toList();
    }

    @Test
    void beginsEmptyAtZero() {
        assertEquals(0, index().position(source));
        assertEquals(SearchPage.empty(), search(index(), "anything", source));
        assertEquals(SearchPage.empty(), search(index(), "anything"));
    }

    @Test
    void findsWhatWasTakenAndKnowsHowFarItIs() {
        index().apply(source, List.of(written(1, source, "a.md", "lantern light")), 1);

        assertEquals(1, index().position(source));
        assertEquals(List.of("a.md"), titles(search(index(), "lantern", source)));
        assertEquals(Set.of(source), index().sources());
    }

    @Test
    void theNewestTextOfADocumentCountsAndNoneOfARemovedOne() {
        index().apply(source, List.of(written(1, source, "a.md", "old words"), written(2, source, "b.md", "old")), 2);
        index().apply(
                        source,
                        List.of(written(3, source, "a.md", "new words"), new Removed(4, Document.idOf(source, "b.md"))),
                        4);

        assertEquals(List.of(), titles(search(index(), "old", source)));
        assertEquals(List.of("a.md"), titles(search(index(), "new", source)));
    }

    @Test
    void takingAChangeTwiceDoesNoHarm() {
        List<DocumentChange> change = List.of(written(1, source, "a.md", "lantern"));
        index().apply(source, change, 1);
        index().apply(source, change, 1);

        assertEquals(1, search(index(), "lantern", source).total());
    }

    @Test
    void otherSourcesShowNeitherInHitsNorCountsNorScores() {
        index().apply(
                        source,
                        List.of(written(1, source, "a.md", "lantern light"), written(2, source, "b.md", "dark")),
                        2);
        SearchPage alone = search(index(), "lantern light", source);

        List<DocumentChange> secrets = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            secrets.add(written(i, other, "secret" + i + ".md", "lantern lantern lantern secret"));
        }
        index().apply(other, secrets, 50);

        assertEquals(alone, search(index(), "lantern light", source));
        assertNotEquals(alone, search(index(), "lantern light", source, other));
    }

    @Test
    void aDroppedSourceIsEmptyAgain() {
        index().apply(source, List.of(written(1, source, "a.md", "lantern")), 1);
        index().apply(other, List.of(written(1, other, "b.md", "lantern")), 1);
        index().drop(source);

        assertEquals(Set.of(other), index().sources());
        assertEquals(0, index().position(source));
        assertEquals(List.of("b.md"), titles(search(index(), "lantern", source, other)));
    }

    @Test
    void titlesWeighMoreThanText() {
        index().apply(
                        source,
                        List.of(
                                new Written(1, document(source, "a.md", "Garden", "about the lantern and more")),
                                new Written(2, document(source, "b.md", "The lantern", "about gardens and more"))),
                        2);

        assertEquals(List.of("The lantern", "Garden"), titles(search(index(), "lantern", source)));
    }

    @Test
    void wordsAreFoundInTheirFormsAndPhrasesAsTyped() {
        index().apply(
                        source,
                        List.of(written(1, source, "a.md", "The agents ran package.json and snake_case, café")),
                        1);

        for (String query :
                List.of("agent", "AGENTS", "package", "package.json", "snake_case", "case", "cafe", "café")) {
            assertEquals(List.of("a.md"), titles(search(index(), query, source)), query);
        }
        assertEquals(List.of("a.md"), titles(search(index(), "\"agents ran\"", source)));
        assertEquals(List.of(), titles(search(index(), "\"ran agents\"", source)));
        assertEquals(List.of(), titles(search(index(), "agents -package", source)));
    }

    @Test
    void pagesFollowEachOtherEvenWhenScoresAreEqual() {
        List<DocumentChange> changes = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            changes.add(written(i, source, "d" + i + ".md", "same"));
        }
        index().apply(source, changes, 7);

        List<UUID> seen = new ArrayList<>();
        PageEnd end = null;
        do {
            SearchPage page = index().search(new SearchRequest(QueryParser.parse("same"), Set.of(source), 3, end));
            assertEquals(7, page.total());
            page.hits().forEach(hit -> seen.add(hit.documentId()));
            end = page.end();
        } while (end != null);

        assertEquals(7, seen.size());
        assertEquals(7, Set.copyOf(seen).size());
        assertNull(end);
    }
}
