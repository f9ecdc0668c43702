package dev.nightshift.agentapi.notification;

import dev.nightshift.contracts.Decision;
import java.util.Locale;

/** How somebody is told. */
@Decision
enum Channel {
    MAIL,
    WEBHOOK;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws {@link IllegalArgumentException}, with what is allowed, for any other text. */
    static Channel of(String wire) {
        for (Channel channel : values()) {
            if (channel.wire().equals(wire)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("must be mail or webhook");
    }
}
