package dev.nightshift.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.search.index.CutSnippet.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutSnippetTest {
    @Test
    void showsTheBeginningWhereNothingWasHit() {
        assertEquals(new Snippet("a b c", List.of()), CutSnippet.of("a\n\n b\tc\n", List.of()));
    }

    @Test
    void marksTheHitsAfterBlanksWereJoined() {
        Snippet snippet =
                CutSnippet.of("# Big   title\n\nwith words", List.of(new Span(8, 13, 0), new Span(20, 25, 1)));

        assertEquals("# Big title with words", snippet.text());
        assertEquals(List.of("title", "words"), marked(snippet));
    }

    @Test
    void takesThePlaceWithMostPartsOfTheQuery() {
        String text = "one " + "x ".repeat(400) + "one two three " + "y ".repeat(400);
        int place = text.indexOf("one two");
        Snippet snippet = CutSnippet.of(
                text,
                List.of(
                        new Span(0, 3, 0),
                        new Span(place, place + 3, 0),
                        new Span(place + 4, place + 7, 1),
                        new Span(place + 8, place + 13, 2)));

        assertEquals(List.of("one", "two", "three"), marked(snippet));
        assertTrue(snippet.text().startsWith("…") && snippet.text().endsWith("…"), snippet.text());
        assertTrue(snippet.text().length() <= CutSnippet.LENGTH + 26, snippet.text());
    }

    @Test
    void neverCutsACharacterInTwo() {
        String text = "\ud83d\ude80".repeat(500);
        Snippet snippet = CutSnippet.of(text, List.of(new Span(501, 502, 0)));

        String inside = snippet.text().replace("…", "");
        assertEquals(inside, inside.replaceAll("[^\ud83d\ude80]", ""));
        assertEquals(0, inside.length() % 2);
    }

    private static List<String> marked(Snippet snippet) {
        return snippet.marks().stream()
                .map(mark -> snippet.text().substring(mark.from(), mark.to()))
                .toList();
    }
}
