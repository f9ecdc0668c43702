package dev.nightshift.agentapi.route;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Quarkus refuses an unreadable address with an empty answer, before any handler, unless a system property says that
 * somebody else looks at it; {@link BrokenAddresses} does. The property is read when the HTTP server's classes are
 * loaded, and the configuration is what is built before them.
 */
public final class AddressesAreReadHere implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
