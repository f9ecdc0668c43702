package dev.nightshift.search.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineSliceTest {
    private static final String FOUR = "one\ntwo\n\nfour\n";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    1, 400, 'one|two||four', 4
                    1, 1,   'one',           1
                    2, 2,   'two|',          2
                    3, 1,   '',              1
                    4, 9,   'four',          1
                    5, 1,   '',              0
                    9, 1,   '',              0
                    """)
    void takesTheLinesAskedFor(int from, int count, String expected, int lines) {
        assertEquals(
                new LineSlice(expected.replace('|', '\n'), from, lines, 4, false), LineSlice.of(FOUR, from, count));
    }

    @Test
    void anEmptyTextHasNoLines() {
        assertEquals(new LineSlice("", 1, 0, 0, false), LineSlice.of("", 1, 10));
    }

    @Test
    void emptyLinesAtTheBeginningCount() {
        assertEquals(new LineSlice("\n\nx", 1, 3, 3, false), LineSlice.of("\n\nx", 1, 10));
    }

    @Test
    void carriageReturnsStayInsideAndLeaveTheEnd() {
        assertEquals(new LineSlice("a\r\nb", 1, 2, 3, false), LineSlice.of("a\r\nb\r\nc\r\n", 1, 2));
    }

    @Test
    void endsBeforeTheLineThatDoesNotFit() {
        String line = "é".repeat(1000);
        LineSlice slice = LineSlice.of((line + "\n").repeat(100), 1, 100);

        int fitting = LineSlice.MAX_BYTES / 2001;
        assertEquals(new LineSlice((line + "\n").repeat(fitting - 1) + line, 1, fitting, 100, true), slice);
    }

    @Test
    void holdsExactlyAsMuchAsIsAllowedAndNotAByteMore() {
        String fits = "x".repeat(LineSlice.MAX_BYTES - 2) + "\ny";

        assertEquals(new LineSlice(fits, 1, 2, 2, false), LineSlice.of(fits, 1, 2));
        assertEquals(
                new LineSlice("x" + fits.substring(0, fits.length() - 2), 1, 1, 2, true),
                LineSlice.of("x" + fits, 1, 2));
    }

    @Test
    void cutsALineThatAloneDoesNotFitBetweenCharacters() {
        LineSlice slice = LineSlice.of("a\n" + "\ud83d\ude80".repeat(20_000) + "x\nb", 2, 1);

        assertEquals(new LineSlice("\ud83d\ude80".repeat(LineSlice.MAX_BYTES / 4), 2, 1, 3, true), slice);
        assertEquals(LineSlice.MAX_BYTES, slice.text().getBytes(StandardCharsets.UTF_8).length);
    }
}
