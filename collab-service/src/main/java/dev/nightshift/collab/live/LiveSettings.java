package dev.nightshift.collab.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may be on its way to one watcher, and for how long. */
@ConfigMapping(prefix = "nightshift.live")
interface LiveSettings {
    /** How long one frame may stay untaken before the socket is closed with 4408. */
    @WithDefault("10s")
    Duration patience();

    /** Frames that may be on their way before the rest waits in the log. */
    @WithDefault("512")
    int windowFrames();

    /** Characters that may be on their way before the rest waits in the log. */
    @WithDefault("1048576")
    int windowCharacters();

    default SendWindow.Bounds bounds() {
        return new SendWindow.Bounds(
                windowFrames(), windowCharacters(), patience().toMillis());
    }
}
