package dev.nightshift.runner.queue;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an installation sets for its runs. The limits hold for all nodes together; {@code maxIterations} is the number
 * of tool calls of an agent that names none.
 */
public record RunnerSettings(int maxConcurrentRuns, int maxConcurrentChats, int maxIterations, Duration lease) {
    /** How long a run stays with a node that is silent: less than the 20 s in which another must have taken over. */
    private static final String LEASE = "NIGHTSHIFT_RUNNER_LEASE_MS";

    /** Reads settings by name; throws {@link IllegalArgumentException} that names the wrong one. */
    public static RunnerSettings of(Function<String, @Nullable String> settings) {
        return new RunnerSettings(
                number(settings, "AGENT_MAX_CONCURRENT_RUNS", 3, 1, 10_000),
                number(settings, "NIGHTSHIFT_MAX_CONCURRENT_CHATS", 8, 1, 10_000),
                number(settings, "AGENT_MAX_ITERATIONS", 15, 1, 1000),
                Duration.ofMillis(number(settings, LEASE, 10_000, 1000, 15_000)));
    }

    private static int number(Function<String, @Nullable String> settings, String name, int absent, int min, int max) {
        String value = settings.apply(name);
        if (value == null || value.isBlank()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, with the setting's name.
        }
        throw new IllegalArgumentException(
                name + " must be a whole number from " + min + " to " + max + ", not \"" + value + "\"");
    }
}
