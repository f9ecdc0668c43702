package dev.nightshift.agentapi.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Signing in a command line. */
@ConfigMapping(prefix = "nightshift.device")
interface DeviceSettings {
    /** How long a code can be typed and used. */
    @WithDefault("10m")
    Duration codeLife();

    /** How long a client waits between two polls; whole seconds. */
    @WithDefault("5s")
    Duration pollInterval();

    /** How long the access token lives that the client gets. */
    @WithDefault("90d")
    Duration tokenLife();
}
