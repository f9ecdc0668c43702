package dev.nightshift.runner.runbook;

import dev.nightshift.contracts.Decision;
import dev.nightshift.runner.runbook.Block.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a Markdown text that a runbook runs, in order. Fences as CommonMark has them: three or more backticks
 * or tildes, indented by at most three spaces, closed by at least as many of the same, or by the end of the text. What
 * stands inside a fence is never a fence of its own, and languages that are no runbook's are left alone.
 */
@Decision
final class Runbook {
    private static final Pattern FENCE = Pattern.compile("^( {0,3})(`{3,}|~{3,})[ \\t]*(.*?)[ \\t]*$");

    private Runbook() {}

    static List<Block> blocks(String markdown) {
        List<Block> blocks = new ArrayList<>();
        Open open = null;
        for (String line : markdown.split("\r\n|\n|\r", -1)) {
            Matcher fence = FENCE.matcher(line);
            if (open == null) {
                open = fence.matches() ? Open.at(fence) : null;
            } else if (fence.matches() && open.isClosedBy(fence)) {
                open.addTo(blocks);
                open = null;
            } else {
                open.body.append(open.withoutIndent(line)).append('\n');
            }
        }
        if (open != null) {
            open.addTo(blocks);
        }
        return List.copyOf(blocks);
    }

    private record Open(int indent, String fence, String info, StringBuilder body) {
        static @Nullable Open at(Matcher line) {
            boolean inlineCode = line.group(2).startsWith("`") && line.group(3).contains("`");
            return inlineCode
                    ? null
                    : new Open(line.group(1).length(), line.group(2), line.group(3), new StringBuilder());
        }

        boolean isClosedBy(Matcher line) {
            return line.group(2).charAt(0) == fence.charAt(0)
                    && line.group(2).length() >= fence.length()
                    && line.group(3).isEmpty();
        }

        String withoutIndent(String line) {
            int at = 0;
            while (at < indent && at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            return line.substring(at);
        }

        void addTo(List<Block> blocks) {
            String[] words = info.split("[ \\t]+", 2);
            Language language = language(words[0]);
            if (language != null) {
                blocks.add(new Block(language, words.length == 2 ? words[1] : "", body.toString()));
            }
        }

        private static @Nullable Language language(String word) {
            return switch (word) {
                case "bash" -> Language.BASH;
                case "python" -> Language.PYTHON;
                case "write" -> Language.WRITE;
                case "search" -> Language.SEARCH;
                case "read" -> Language.READ;
                default -> null;
            };
        }
    }
}
