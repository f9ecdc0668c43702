package dev.nightshift.search.source;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What may be connected. */
@ConfigMapping(prefix = "nightshift.sources")
interface SourceSettings {
    /**
     * NIGHTSHIFT_SOURCE_ROOTS: absolute folders, separated by commas or by the system's path separator, under which
     * folder sources may lie. None by default.
     */
    Optional<String> roots();

    /**
     * NIGHTSHIFT_SEARCH_INITIAL_FOLDER: the folder of the one source, named "docs" and open to everyone, that a first
     * start makes. None by default.
     */
    Optional<String> initialFolder();
}
