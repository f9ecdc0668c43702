package dev.nightshift.agentapi.signin;

import dev.nightshift.contracts.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failed sign-ins of one user name from one address: after ten within five minutes the next are refused until
 * the window is over. A success forgets them. Kept on this node only, at most {@value #LARGEST} entries.
 */
@Decision
final class SignInAttempts {
    static final int ALLOWED = 10;
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int LARGEST = 10_000;

    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(Instant since, int count) {}

    /** How long to wait before the next attempt, or empty when it may be made now. */
    synchronized Optional<Duration> refusal(String key, Instant now) {
        Failures known = failures.get(key);
        if (known == null || known.count() < ALLOWED) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, known.since().plus(WINDOW));
        if (left.isNegative() || left.isZero()) {
            failures.remove(key);
            return Optional.empty();
        }
        return Optional.of(left);
    }

    synchronized void failed(String key, Instant now) {
        Failures known = failures.get(key);
        boolean goesOn = known != null && now.isBefore(known.since().plus(WINDOW));
        failures.put(
                key, known != null && goesOn ? new Failures(known.since(), known.count() + 1) : new Failures(now, 1));
        if (failures.size() > LARGEST) {
            Iterator<String> oldest = failures.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
