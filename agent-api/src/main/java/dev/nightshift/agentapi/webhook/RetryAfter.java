package dev.nightshift.agentapi.webhook;

import dev.nightshift.contracts.Decision;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header with which a busy receiver asks for a pause; only its form in seconds is understood. */
@Decision
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private RetryAfter() {}

    static @Nullable Duration read(int status, @Nullable String header) {
        boolean asks = status == TOO_MANY || status == UNAVAILABLE;
        return asks && header != null && SECONDS.matcher(header).matches()
                ? Duration.ofSeconds(Long.parseLong(header))
                : null;
    }
}
