package dev.nightshift.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
    private static Term word(String text) {
        return new Term(text, false);
    }

    private static Term phrase(String text) {
        return new Term(text, true);
    }

    @Test
    void readsEveryOperatorAtOnce() {
        assertEquals(
                new SearchQuery(
                        List.of(word("retry"), phrase("exponential back off")),
                        List.of(word("draft"), phrase("not this")),
                        Set.of("handbook", "my docs"),
                        Set.of("old"),
                        Set.of("md", "pdf"),
                        Set.of("txt"),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-02-03T04:05:06Z")),
                QueryParser.parse(
                        "retry \"exponential back off\" -draft -\"not this\" in:Handbook IN:\"My Docs\" -in:old"
                                + " type:.Markdown type:pdf -type:text after:2026-01-01 before:2026-02-03T06:05:06+02:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n", "\"\"", "-", "- -", "\u00a0"})
    void nothingTypedIsAListing(String text) {
        assertEquals(
                new SearchQuery(List.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null),
                QueryParser.parse(text));
        assertTrue(QueryParser.parse(text).isListing());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    in:,               in:
                    before:yesterday,  before:yesterday
                    before:2026-13-01, before:2026-13-01
                    after:2026-02-30,  after:2026-02-30
                    before:+99999-01,  before:+99999-01
                    title:x,           title:x
                    a:b,               a:b
                    *:*,               *:*
                    --x,               -x
                    """)
    void whatIsNoOperatorIsAWord(String text, String word) {
        SearchQuery query = QueryParser.parse(text);

        List<Term> found = text.startsWith("-") ? query.unwanted() : query.wanted();
        assertEquals(List.of(word(word)), found);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z",
        "2026-07, 2026-07-01T00:00:00Z",
        "2026-07-15, 2026-07-15T00:00:00Z",
        "2026-07-15T12:00:00Z, 2026-07-15T12:00:00Z"
    })
    void aDateIsItsStart(String date, Instant start) {
        assertEquals(start, QueryParser.parse("before:" + date).before());
        assertEquals(start, QueryParser.parse("after:" + date).after());
    }

    @Test
    void theNarrowerOfTwoBoundsCounts() {
        SearchQuery query = QueryParser.parse("before:2026 before:2025 after:2020 after:2021");

        assertEquals(Instant.parse("2025-01-01T00:00:00Z"), query.before());
        assertEquals(Instant.parse("2021-01-01T00:00:00Z"), query.after());
    }

    @Test
    void aQuoteLeftOpenEndsWithTheText() {
        assertEquals(
                List.of(word("a"), phrase("b c ")),
                QueryParser.parse("a \"b c ").wanted());
    }

    @Test
    void typographicQuotesAreQuotes() {
        assertEquals(List.of(phrase("b c")), QueryParser.parse("“b c”").wanted());
    }

    @Test
    void partsPastTheBoundAreLeftOut() {
        assertEquals(
                QueryParser.MAX_PARTS,
                QueryParser.parse("w ".repeat(1000)).wanted().size());
    }
}
