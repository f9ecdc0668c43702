package dev.nightshift.search.query;

import dev.nightshift.contracts.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person typed: words, {@code "phrases"}, {@code -without}, {@code in:source}, {@code type:md},
 * {@code before:2026-01-01}, {@code after:2026-01-01}. Every text has a meaning; what is no operator is searched for as
 * it stands. No other syntax exists, so nothing typed can widen a search.
 */
@Decision
public final class QueryParser {
    /** More words, phrases and operators than this are left out. */
    static final int MAX_PARTS = 64;

    private final List<Term> wanted = new ArrayList<>();
    private final List<Term> unwanted = new ArrayList<>();
    private final Set<String> in = new LinkedHashSet<>();
    private final Set<String> notIn = new LinkedHashSet<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final Set<String> notTypes = new LinkedHashSet<>();
    private @Nullable Instant after;
    private @Nullable Instant before;

    private QueryParser() {}

    public static SearchQuery parse(String text) {
        QueryParser parser = new QueryParser();
        QueryParts parts = new QueryParts(text);
        for (int n = 0; n < MAX_PARTS; n++) {
            Optional<QueryParts.Part> part = parts.next();
            if (part.isEmpty()) {
                break;
            }
            parser.take(part.get());
        }
        return new SearchQuery(
                parser.wanted,
                parser.unwanted,
                parser.in,
                parser.notIn,
                parser.types,
                parser.notTypes,
                parser.after,
                parser.before);
    }

    private void take(QueryParts.Part part) {
        if (!part.value().isBlank() && takeOperator(part)) {
            return;
        }
        String text = part.operator() == null ? part.value() : part.operator() + ":" + part.value();
        if (!text.isBlank()) {
            (part.negated() ? unwanted : wanted).add(new Term(text, part.quoted()));
        }
    }

    private boolean takeOperator(QueryParts.Part part) {
        String value = part.value().strip();
        return switch (part.operator() == null ? "" : part.operator().toLowerCase(Locale.ROOT)) {
            case "in" -> (part.negated() ? notIn : in).add(value.toLowerCase(Locale.ROOT)) || true;
            case "type" -> (part.negated() ? notTypes : types).add(FileTypes.named(value)) || true;
            case "before" -> !part.negated() && takeBefore(QueryDates.parse(value));
            case "after" -> !part.negated() && takeAfter(QueryDates.parse(value));
            default -> false;
        };
    }

    private boolean takeBefore(Optional<Instant> date) {
        date.ifPresent(d -> before = before == null || d.isBefore(before) ? d : before);
        return date.isPresent();
    }

    private boolean takeAfter(Optional<Instant> date) {
        date.ifPresent(d -> after = after == null || d.isAfter(after) ? d : after);
        return date.isPresent();
    }
}
