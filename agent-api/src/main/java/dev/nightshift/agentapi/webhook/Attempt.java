package dev.nightshift.agentapi.webhook;

import dev.nightshift.contracts.Decision;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver a message. {@code status} and {@code response} (the beginning of the answer) are there when the
 * receiver answered, {@code error} when that was no success; {@code retryAfter} is what it asked for.
 */
@Decision
record Attempt(
        @Nullable Integer status,
        @Nullable String response,
        @Nullable String error,
        @Nullable Duration retryAfter,
        Duration took) {
    private static final int GONE = 410;

    static Attempt answered(int status, String response, @Nullable Duration retryAfter, Duration took) {
        return new Attempt(status, response, isSuccess(status) ? null : refusal(status), retryAfter, took);
    }

    static Attempt failed(String error, Duration took) {
        return new Attempt(null, null, error, null, took);
    }

    boolean isDelivered() {
        return error == null;
    }

    /** The receiver wants nothing any more, and says so as the specification provides. */
    boolean isUnwanted() {
        return status != null && status == GONE;
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    private static String refusal(int status) {
        return status >= 300 && status < 400
                ? "the receiver answered " + status + "; redirects are not followed"
                : "the receiver answered " + status;
    }
}
