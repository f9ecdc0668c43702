package dev.nightshift.search.index;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the index lies. */
@ConfigMapping(prefix = "nightshift.index")
interface IndexSettings {
    /** A folder of its own, used by one process at a time; it may be deleted while none runs. */
    Path directory();
}
