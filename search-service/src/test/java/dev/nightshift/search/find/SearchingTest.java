package dev.nightshift.search.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.search.SearchServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchingTest extends SearchServiceTest {
    private UUID source;

    private void threeNotes(String name) throws IOException {
        dated(
                write("retry.md", "# Retry policy\n\nUploads that fail are retried three times.\n"),
                "2026-01-10T00:00:00Z");
        dated(
                write("deep/uploads.txt", "How uploads work. The upload queue holds failed pieces."),
                "2026-02-10T00:00:00Z");
        dated(
                write("other.markdown", "Nothing here\n============\n\nPlain words about gardens.\n"),
                "2026-03-10T00:00:00Z");
        source = syncedSource(name, EVERYONE);
    }

    private static void dated(Path file, String at) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(at)));
    }

    @Test
    void answersWithWhereTheWordsAre() throws IOException {
        threeNotes("places");

        JsonPath found = search(member, Map.of("query", "retried", "sourceIds", List.of(source)));

        Map<String, Object> item = found.getMap("items[0]");
        UUID documentId = UUID.fromString((String) item.get("documentId"));
        assertTrue((float) item.remove("score") > 0);
        assertEquals(
                Map.of(
                        "documentId",
                        documentId.toString(),
                        "sourceId",
                        source.toString(),
                        "title",
                        "Retry policy",
                        "snippet",
                        "# Retry policy Uploads that fail are retried three times.",
                        "marks",
                        List.of(Map.of("from", 2, "to", 7), Map.of("from", 37, "to", 44)),
                        "updatedAt",
                        "2026-01-10T00:00:00Z"),
                item);
        assertEquals(1, found.getLong("total"));
        assertTrue(found.getMap("").containsKey("nextCursor"));
        assertNull(found.get("nextCursor"));
    }

    @Test
    void knowsTheOperators() throws IOException {
        threeNotes("Operators Here");
        String in = " in:\"operators here\"";

        assertEquals(List.of("Nothing here", "uploads.txt", "Retry policy"), titles(member, in));
        assertEquals(List.of("uploads.txt"), titles(member, "\"upload queue\"" + in));
        assertEquals(List.of(), titles(member, "\"queue upload\"" + in));
        assertEquals(List.of("Retry policy"), titles(member, "uploads -queue" + in));
        assertEquals(List.of("Retry policy"), titles(member, "in:" + source + " fail type:md"));
        assertEquals(List.of("Nothing here", "Retry policy"), titles(member, "type:markdown" + in));
        assertEquals(List.of("Retry policy"), titles(member, "before:2026-02-01" + in));
        assertEquals(List.of("Nothing here"), titles(member, "after:2026-03" + in));
        assertEquals(List.of("uploads.txt"), titles(member, "after:2026-02-10 before:2026-02-11" + in));
        assertEquals(List.of(), titles(member, "uploads in:nowhere"));
    }

    @Test
    void wantsAllWordsAndTakesAnyWhereNoDocumentHasAll() throws IOException {
        threeNotes("words");
        String in = " in:words";

        assertEquals(List.of("Retry policy"), titles(member, "uploads three" + in));
        assertEquals(List.of("Nothing here"), titles(member, "gardens rockets" + in));
    }

    @Test
    void turnsPagesWithoutLossOrRepetition() {
        for (int i = 0; i < 25; i++) {
            write("page" + i + ".md", "# Page " + i + "\n\n" + "turning ".repeat(1 + i % 3));
        }
        source = syncedSource("pages", EVERYONE);
        Map<String, Object> query = Map.of("query", "turning in:pages", "limit", 10);

        List<String> seen = new ArrayList<>();
        JsonPath page = search(member, query);
        seen.addAll(page.getList("items.documentId"));
        while (page.get("nextCursor") != null) {
            assertEquals(25, page.getLong("total"));
            page = search(
                    member, Map.of("query", "turning in:pages", "limit", 10, "cursor", page.getString("nextCursor")));
            seen.addAll(page.getList("items.documentId"));
        }

        assertEquals(25, seen.size());
        assertEquals(25, seen.stream().distinct().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "-",
                "--",
                ":",
                "in:",
                "type:",
                "before:",
                "before:yesterday",
                "after:9999-99-99",
                "\"\"",
                "*",
                "*:*",
                "source:*",
                "id:[* TO *]",
                "a AND OR NOT",
                "(((",
                "}{",
                "\\",
                "/.*/",
                "~1 ^9",
                "title:x^99999999999",
                "+",
                "-\"",
                "in:\"",
                "\u202e\ufeff",
                "\ud83d\ude80",
                "a:b:c:d",
                "before:+999999999-01-01"
            })
    void answersEveryQueryWithoutError(String query) {
        search(member, query);
        assertEquals(0, search(member, "in:nowhere-at-all " + query).getLong("total"));
    }

    @Test
    void anEmptyListOfSourcesFindsNothing() throws IOException {
        threeNotes("empty list");

        assertEquals(
                0, search(member, Map.of("query", "", "sourceIds", List.of())).getLong("total"));
    }
}
