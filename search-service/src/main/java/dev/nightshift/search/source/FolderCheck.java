package dev.nightshift.search.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What looking at the folder that a request names has shown; looking comes first, since it blocks. */
@Decision
record FolderCheck(@Nullable String path, Optional<String> fault) {

    /** The path that a body names, if it does so in the right place and form. */
    static Optional<String> pathOf(@Nullable JsonNode body) {
        JsonNode path = body == null ? null : body.path(FolderConfig.FIELD).path("path");
        return path == null || !path.isTextual() || path.asText().isBlank()
                ? Optional.empty()
                : Optional.of(path.asText());
    }

    /** What is wrong with this path as a source's folder, if anything. */
    Optional<String> faultOf(String path) {
        if (!path.equals(this.path)) {
            throw new IllegalArgumentException("another path was looked at");
        }
        return fault;
    }
}
