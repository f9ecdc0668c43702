package dev.nightshift.search.source;

import dev.nightshift.contracts.Decision;
import dev.nightshift.service.json.Fields;
import org.jspecify.annotations.Nullable;

/** The name of a source: one line that shows what it holds, so that no source passes for another. */
@Decision
final class SourceName {
    /** Characters. */
    static final int MAX = 200;

    private static final String FIELD = "name";

    private SourceName() {}

    /** Without space around it; absent when it is faulty, which is then recorded. */
    static @Nullable String read(Fields fields) {
        String name = fields.requiredText(FIELD, MAX, "\"Handbook\"");
        if (name == null) {
            return null;
        }
        name.codePoints()
                .filter(character -> !isVisible(character))
                .findFirst()
                .ifPresent(character -> fields.fail(
                        FIELD,
                        String.format("must not contain the character U+%04X, which cannot be seen", character)));
        return name.strip();
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
            default -> true;
        };
    }
}
