package dev.nightshift.search.find;

import dev.nightshift.contracts.Decision;
import dev.nightshift.search.access.ReadableSource;
import dev.nightshift.search.query.SearchQuery;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a search looks: what may be read, and of that what was asked for. A source out of reach is as one that does not exist. */
@Decision
final class SearchScope {
    private SearchScope() {}

    /** {@code sourceIds} absent: no such bound; empty: nowhere. */
    static Set<UUID> of(List<ReadableSource> readable, SearchQuery query, @Nullable List<UUID> sourceIds) {
        return readable.stream()
                .filter(source -> sourceIds == null || sourceIds.contains(source.id()))
                .filter(source -> query.in().isEmpty() || isNamed(source, query.in()))
                .filter(source -> !isNamed(source, query.notIn()))
                .map(ReadableSource::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isNamed(ReadableSource source, Set<String> names) {
        return names.contains(source.name().toLowerCase(Locale.ROOT))
                || names.contains(source.id().toString());
    }
}
