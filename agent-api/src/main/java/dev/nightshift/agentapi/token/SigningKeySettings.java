package dev.nightshift.agentapi.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How signing keys come and go. */
@ConfigMapping(prefix = "nightshift.signing-keys")
interface SigningKeySettings {
    /** How long a key is published before it signs; longer than {@link #lookEvery} by some seconds. */
    @WithDefault("10s")
    Duration publishedBefore();

    /** How long a key that signs no more stays published; longer than a token lives. */
    @WithDefault("10m")
    Duration publishedAfter();

    /** After this time a key is replaced by itself. */
    @WithDefault("30d")
    Duration life();

    /** How often each node looks at the table. */
    @WithDefault("2s")
    Duration lookEvery();
}
