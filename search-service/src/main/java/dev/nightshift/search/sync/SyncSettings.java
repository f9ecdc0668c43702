package dev.nightshift.search.sync;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How folders are read. */
@ConfigMapping(prefix = "nightshift.sync")
interface SyncSettings {
    /** Bytes; a larger file is skipped. */
    @Min(1) @Max(64 << 20) int maxFileBytes();

    /** The longest time between two looks at a folder that takes long to look through. */
    Duration maxPause();
}
