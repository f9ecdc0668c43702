package dev.nightshift.search.query;

import dev.nightshift.contracts.Decision;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of files that become documents, and the one name each kind has whatever its files end with. */
@Decision
public final class FileTypes {
    public static final String MARKDOWN = "md";

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("md", MARKDOWN),
            Map.entry("markdown", MARKDOWN),
            Map.entry("mdown", MARKDOWN),
            Map.entry("mkd", MARKDOWN),
            Map.entry("mdx", MARKDOWN),
            Map.entry("txt", "txt"),
            Map.entry("text", "txt"),
            Map.entry("rst", "rst"),
            Map.entry("adoc", "adoc"),
            Map.entry("asciidoc", "adoc"));

    private FileTypes() {}

    /** The type of a file by its name; empty when such a file is no document. */
    public static Optional<String> ofFile(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.ofNullable(BY_ENDING.get(lower(name.substring(dot + 1))));
    }

    /** The type that a person means, who may type any of its endings: {@code markdown} is {@code md}. */
    static String named(String typed) {
        String ending = lower(typed.startsWith(".") ? typed.substring(1) : typed);
        return BY_ENDING.getOrDefault(ending, ending);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
