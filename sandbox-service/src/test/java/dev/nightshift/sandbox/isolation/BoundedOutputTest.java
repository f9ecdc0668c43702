package dev.nightshift.sandbox.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BoundedOutputTest {
    private static final int LIMIT = 256;
    private static final byte[] NOTHING = {};

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertEquals(
                new BoundedOutput("a".repeat(LIMIT), false),
                BoundedOutput.of(utf8("a".repeat(LIMIT / 2)), utf8("a".repeat(LIMIT / 2)), 0, LIMIT));
    }

    @Test
    void aCharacterSplitBetweenTheHalvesIsWhole() {
        byte[] euro = utf8("€");

        assertEquals(
                new BoundedOutput("€", false),
                BoundedOutput.of(new byte[] {euro[0]}, new byte[] {euro[1], euro[2]}, 0, LIMIT));
    }

    @Test
    void whatDoesNotFitSaysHowMuchIsMissing() {
        BoundedOutput output = BoundedOutput.of(utf8("a".repeat(200)), utf8("b".repeat(200)), 1000, LIMIT);

        assertTrue(output.truncated());
        assertEquals("a".repeat(112) + "\n[... 1176 bytes left out ...]\n" + "b".repeat(112), output.text());
    }

    @Test
    void replacementsThatGrowTheTextAreCountedToo() {
        byte[] invalid = new byte[LIMIT];
        java.util.Arrays.fill(invalid, (byte) 0xFF);
        BoundedOutput output = BoundedOutput.of(invalid, NOTHING, 0, LIMIT);

        assertTrue(output.truncated());
        assertTrue(utf8(output.text()).length <= LIMIT);
    }

    @Test
    void charactersOfSeveralBytesAreNeverCut() {
        BoundedOutput output = BoundedOutput.of(utf8("😀".repeat(100)), utf8("😀".repeat(100)), 5, LIMIT);

        assertTrue(output.text().codePoints().noneMatch(point -> point == 0xFFFD));
        assertTrue(utf8(output.text()).length <= LIMIT);
    }
}
