package dev.nightshift.agentapi.webhook;

import dev.nightshift.contracts.Decision;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one webhook, and how it fared. {@code attempt} counts from 1, 0 before the first; the outcome is that of
 * the last one. {@code nextAttemptAt} is absent when it is not tried again.
 */
@Decision
record Delivery(
        UUID id,
        UUID webhook,
        Cause cause,
        Message message,
        @Nullable Long eventNumber,
        int attempt,
        Outcome outcome,
        Instant createdAt,
        @Nullable Instant attemptedAt,
        @Nullable Instant nextAttemptAt) {

    /** Why it is sent. */
    enum Cause {
        EVENT,
        TEST,
        REDELIVERY,
        NOTIFICATION;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Cause of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** {@code status}: {@code pending} before the first attempt is over, then {@code delivered} or {@code failed}. */
    record Outcome(
            String status,
            @Nullable Integer responseStatus,
            @Nullable String response,
            @Nullable String error,
            @Nullable Long durationMs) {}
}
