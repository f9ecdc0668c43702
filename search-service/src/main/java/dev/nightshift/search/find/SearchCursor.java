package dev.nightshift.search.find;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.search.index.Matching;
import dev.nightshift.search.index.PageEnd;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The text form of a {@link PageEnd}, bound to the query it came from. It holds nothing but the last hit shown. */
@Decision
final class SearchCursor {
    private SearchCursor() {}

    static String write(PageEnd end, SearchCall call) {
        String plain = String.join(
                "|",
                end.matching().name(),
                Float.toString(end.score()),
                Long.toString(end.updatedMillis()),
                end.documentId().toString(),
                fingerprint(call));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable PageEnd read(String cursor, SearchCall call) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\|", -1);
            if (parts.length != 5 || !parts[4].equals(fingerprint(call))) {
                return null;
            }
            float score = Float.parseFloat(parts[1]);
            if (!Float.isFinite(score)) {
                return null;
            }
            return new PageEnd(Matching.valueOf(parts[0]), score, Long.parseLong(parts[2]), Uuids.parse(parts[3]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String fingerprint(SearchCall call) {
        List<UUID> sources = call.sourceIds() == null
                ? List.of()
                : call.sourceIds().stream().sorted().toList();
        return Uuids.v5(new UUID(0, call.sourceIds() == null ? 0 : 1), call.query() + sources)
                .toString();
    }
}
