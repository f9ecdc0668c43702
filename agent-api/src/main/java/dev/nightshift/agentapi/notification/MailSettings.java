package dev.nightshift.agentapi.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings {@code NIGHTSHIFT_SMTP_…}; without a host there is no mail. */
@ConfigMapping(prefix = "nightshift.smtp")
interface MailSettings {
    Optional<String> host();

    @WithDefault("587")
    int port();

    Optional<String> user();

    Optional<String> password();

    /** The address in {@code From}; required with a host. */
    Optional<String> from();

    /** {@code starttls} (required of the server), {@code tls} from the beginning, or {@code off}. */
    @WithDefault("starttls")
    String tls();
}
