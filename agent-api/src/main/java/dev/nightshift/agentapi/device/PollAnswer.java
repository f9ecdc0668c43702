package dev.nightshift.agentapi.device;

import java.util.Locale;

/** What a polling client is told; all but the first are error codes of RFC 6749 and RFC 8628. */
enum PollAnswer {
    TOKEN,
    AUTHORIZATION_PENDING,
    SLOW_DOWN,
    ACCESS_DENIED,
    EXPIRED_TOKEN,
    INVALID_GRANT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
