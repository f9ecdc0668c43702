package dev.nightshift.runner.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundedTextTest {
    @Test
    void replacesWhatCannotBeStored() {
        assertEquals("a\uFFFDb\uFFFDc\n\t\uFFFD", BoundedText.clean("a\0b\u001bc\n\t\uD800"));
        assertEquals("grün 🌙", BoundedText.clean("grün 🌙"));
    }

    @Test
    void cutsByBytesBetweenCharactersAndSaysSo() {
        String cut = BoundedText.atMost(100, "🌙".repeat(100));
        assertTrue(BoundedText.size(cut) <= 100, cut);
        assertTrue(cut.endsWith("[cut: 400 bytes, of which the first are shown]"), cut);
        assertTrue(cut.startsWith("🌙🌙"), cut);
        assertEquals("short", BoundedText.atMost(100, "short"));
    }

    @Test
    void keepsBothEndsWhenShortening() {
        String text = "begin" + "x".repeat(1000) + "end";
        String shorter = BoundedText.shorten(100, text);
        assertTrue(shorter.length() <= 100, shorter);
        assertTrue(shorter.startsWith("begin") && shorter.endsWith("end"), shorter);
        assertTrue(shorter.contains("[… 908 characters …]"), shorter);
    }

    @Test
    void aLineIsOneLine() {
        assertEquals("a b c", BoundedText.line(10, " a\n b\t\tc "));
        assertEquals("abcd…", BoundedText.line(5, "abcdefgh"));
    }

    @Test
    void timesAreSaidInSeconds() {
        assertEquals("1 s", BoundedText.seconds(Duration.ofMillis(1000)));
        assertEquals("1.5 s", BoundedText.seconds(Duration.ofMillis(1500)));
        assertEquals("300 s", BoundedText.seconds(Duration.ofMinutes(5)));
    }
}
