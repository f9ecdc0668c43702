package dev.nightshift.agentapi.device;

import dev.nightshift.agentapi.signin.Scopes;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command line that asks to be signed in.
 *
 * @param interval how long the client has to wait between two polls
 * @param polledAt when it polled last
 * @param member who has approved it
 */
@Decision
record DeviceRequest(
        UUID id,
        String clientId,
        Scopes scopes,
        State state,
        @Nullable MemberId member,
        Duration interval,
        @Nullable Instant polledAt,
        Instant expiresAt) {

    /** Decided once, used once. */
    enum State {
        PENDING,
        APPROVED,
        DENIED,
        USED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether somebody may still decide about it. */
    boolean isOpen(Instant now) {
        return state == State.PENDING && !isExpired(now);
    }

    private boolean isPolledTooSoon(Instant now) {
        return polledAt != null && now.isBefore(polledAt.plus(interval));
    }

    /** What a poll at this moment is answered (RFC 8628, section 3.5). */
    PollAnswer poll(Instant now) {
        if (state == State.USED) {
            return PollAnswer.INVALID_GRANT;
        }
        if (isExpired(now)) {
            return PollAnswer.EXPIRED_TOKEN;
        }
        return switch (state) {
            case APPROVED -> PollAnswer.TOKEN;
            case DENIED -> PollAnswer.ACCESS_DENIED;
            case PENDING -> isPolledTooSoon(now) ? PollAnswer.SLOW_DOWN : PollAnswer.AUTHORIZATION_PENDING;
            case USED -> PollAnswer.INVALID_GRANT;
        };
    }
}
