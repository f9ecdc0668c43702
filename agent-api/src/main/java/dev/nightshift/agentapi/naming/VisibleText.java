package dev.nightshift.agentapi.naming;

import dev.nightshift.contracts.Decision;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;

/**
 * Text of one line that shows what it holds: no control, format, bidirectional or unassigned characters, none that look
 * like nothing. Spaces of other kinds are faulted too, since nobody sees which one it is.
 */
@Decision
public final class VisibleText {
    /** Letters and symbols that are drawn as nothing: fillers of Hangul, the empty Braille pattern. */
    private static final Set<Integer> LOOKS_EMPTY = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x17B4, 0x17B5);

    private VisibleText() {}

    /** What is wrong with the text, as a person is told; empty when nothing is. */
    public static Optional<String> fault(String text) {
        return text.codePoints()
                .filter(character -> !isVisible(character))
                .mapToObj(character -> "must not contain the character " + name(character) + ", which cannot be seen")
                .findFirst();
    }

    /** The same text without what {@link #fault} objects to, composed (NFC), without space around it, cut at {@code max} characters. */
    public static String cleaned(String text, int max) {
        String visible = text.codePoints()
                .map(character -> Character.getType(character) == Character.SPACE_SEPARATOR ? ' ' : character)
                .filter(VisibleText::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String composed = Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
        return composed.codePointCount(0, composed.length()) <= max
                ? composed
                : composed.substring(0, composed.offsetByCodePoints(0, max)).strip();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> !LOOKS_EMPTY.contains(character);
        };
    }

    private static String name(int character) {
        return String.format("U+%04X", character);
    }
}
