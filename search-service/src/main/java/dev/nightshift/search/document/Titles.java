package dev.nightshift.search.document;

import dev.nightshift.contracts.Decision;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown document is called what its first heading says, any other what its file is called. */
@Decision
public final class Titles {
    /** Characters. */
    static final int MAX_LENGTH = 200;

    private static final int LINES_LOOKED_AT = 500;
    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}[ \\t]+(.*?)[ \\t]*#*[ \\t]*");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-{3,})[ \\t]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
    private static final Pattern NO_PARAGRAPH = Pattern.compile("\\s*|[ \\t]*([-*+>|]|\\d+[.)]) .*| {4}.*|\\t.*");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern MARKS = Pattern.compile("\\*\\*|__|`|<[^>]{1,200}>");

    private Titles() {}

    public static String ofMarkdown(String text, String fileName) {
        return bounded(heading(text).filter(title -> !title.isBlank()).orElse(fileName));
    }

    public static String bounded(String title) {
        return title.codePointCount(0, title.length()) <= MAX_LENGTH
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MAX_LENGTH));
    }

    private static Optional<String> heading(String text) {
        boolean fenced = false;
        String previous = "";
        Iterator<String> lines = body(text).lines().limit(LINES_LOOKED_AT).iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            if (FENCE.matcher(line).matches()) {
                fenced = !fenced;
                previous = "";
            } else if (!fenced) {
                Matcher heading = HEADING.matcher(line);
                if (heading.matches()) {
                    return Optional.of(plain(heading.group(1)));
                }
                if (UNDERLINE.matcher(line).matches()
                        && !NO_PARAGRAPH.matcher(previous).matches()) {
                    return Optional.of(plain(previous));
                }
                previous = line;
            }
        }
        return Optional.empty();
    }

    /** What follows the front matter, if there is any. */
    private static String body(String text) {
        if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
            return text;
        }
        int end = text.indexOf("\n---", 3);
        return end < 0 ? text : text.substring(end + 4);
    }

    private static String plain(String markdown) {
        String unlinked = LINK.matcher(markdown).replaceAll("$1");
        return MARKS.matcher(unlinked).replaceAll("").strip();
    }
}
