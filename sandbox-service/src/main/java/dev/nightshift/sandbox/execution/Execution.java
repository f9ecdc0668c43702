package dev.nightshift.sandbox.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.nightshift.contracts.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An execution as it is recorded and answered. It has an end exactly when it is not running. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Execution(
        UUID stepId,
        StepStatus status,
        @Nullable Integer exitCode,
        String output,
        boolean truncated,
        boolean timedOut,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    public Execution {
        if ((status == StepStatus.RUNNING) != (finishedAt == null)) {
            throw new IllegalArgumentException("an execution has an end exactly when it is not running");
        }
    }

    /** In whole milliseconds; absent while it runs. */
    @JsonProperty
    public @Nullable Long durationMs() {
        return finishedAt == null
                ? null
                : Duration.between(startedAt, finishedAt).toMillis();
    }

    boolean isOver() {
        return status != StepStatus.RUNNING;
    }
}
