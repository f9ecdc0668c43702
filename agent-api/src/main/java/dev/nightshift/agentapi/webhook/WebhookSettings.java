package dev.nightshift.agentapi.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings {@code NIGHTSHIFT_WEBHOOK_…}. */
@ConfigMapping(prefix = "nightshift.webhook")
interface WebhookSettings {
    /** Whether a webhook may reach loopback, private and link-local addresses. */
    @WithDefault("false")
    boolean allowPrivate();

    /** How long a receiver may take for its answer, all in all. */
    @WithDefault("10S")
    Duration timeout();

    /** The pause after a first failure; later ones are longer. */
    @WithDefault("5S")
    Duration retry();

    /** For how long a webhook may fail before it is paused. */
    @WithDefault("3D")
    Duration giveUp();
}
