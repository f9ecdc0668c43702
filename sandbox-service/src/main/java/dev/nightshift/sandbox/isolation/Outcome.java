package dev.nightshift.sandbox.isolation;

import dev.nightshift.contracts.StepStatus;
import org.jspecify.annotations.Nullable;

/**
 * How an action ended. {@code exitCode} (0–255; 128 and the signal's number for a killed program) only where a program
 * ended by itself; {@code output} as a person at a terminal would have seen it, shortened when {@code truncated}.
 */
public record Outcome(
        StepStatus status, @Nullable Integer exitCode, String output, boolean truncated, boolean timedOut) {
    public Outcome {
        if (status == StepStatus.RUNNING) {
            throw new IllegalArgumentException("an outcome is final");
        }
    }

    public static Outcome exited(int exitCode, String output, boolean truncated) {
        StepStatus status = exitCode == 0 ? StepStatus.COMPLETED : StepStatus.FAILED;
        return new Outcome(status, exitCode, output, truncated, false);
    }

    public static Outcome timedOut(String output, boolean truncated) {
        return new Outcome(StepStatus.FAILED, null, output, truncated, true);
    }

    public static Outcome completed(String output, boolean truncated) {
        return new Outcome(StepStatus.COMPLETED, null, output, truncated, false);
    }

    public static Outcome failed(String sentence) {
        return new Outcome(StepStatus.FAILED, null, sentence, false, false);
    }

    public static Outcome refused(String sentence) {
        return new Outcome(StepStatus.REFUSED, null, sentence, false, false);
    }

    public static Outcome interrupted(String sentence) {
        return new Outcome(StepStatus.INTERRUPTED, null, sentence, false, false);
    }

    /** The same with a note of the platform as the last line. */
    public Outcome noting(String note) {
        String separator = output.isEmpty() || output.endsWith("\n") ? "" : "\n";
        return new Outcome(status, exitCode, output + separator + "[" + note + "]", truncated, timedOut);
    }
}
