package dev.nightshift.search.query;

import dev.nightshift.contracts.Decision;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts a query at its blanks, quotes kept together; a quote that is never closed ends with the text. */
@Decision
final class QueryParts {
    private static final Set<String> OPERATORS = Set.of("in", "type", "before", "after");

    private final String text;
    private int at;

    QueryParts(String text) {
        this.text = text;
    }

    /** {@code operator} is one of the known ones, as typed, or absent. */
    record Part(boolean negated, @Nullable String operator, String value, boolean quoted) {}

    Optional<Part> next() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at >= text.length()) {
            return Optional.empty();
        }
        boolean negated = text.charAt(at) == '-';
        if (negated) {
            at++;
        }
        String operator = operator();
        boolean quoted = at < text.length() && isQuote(text.charAt(at));
        return Optional.of(new Part(negated, operator, quoted ? phrase() : word(), quoted));
    }

    private @Nullable String operator() {
        int colon = text.indexOf(':', at);
        if (colon < 0 || !OPERATORS.contains(text.substring(at, colon).toLowerCase(Locale.ROOT))) {
            return null;
        }
        String operator = text.substring(at, colon);
        at = colon + 1;
        return operator;
    }

    private String phrase() {
        int start = ++at;
        while (at < text.length() && !isQuote(text.charAt(at))) {
            at++;
        }
        String phrase = text.substring(start, at);
        at = Math.min(at + 1, text.length());
        return phrase;
    }

    private String word() {
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at)) && !isQuote(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\u201c' || c == '\u201d' || c == '\u201e';
    }
}
