package dev.nightshift.runner.tool;

import dev.nightshift.contracts.StepStatus;
import dev.nightshift.runner.text.BoundedText;

/**
 * How a call ended and what the model is told of it, at most 64 KiB. {@code timedOut} says that it used up the time
 * of a tool call.
 */
public record ToolOutcome(StepStatus status, String text, boolean timedOut) {
    public ToolOutcome {
        text = BoundedText.atMost(BoundedText.RESULT_BYTES, text);
    }

    static ToolOutcome completed(String text) {
        return new ToolOutcome(StepStatus.COMPLETED, text, false);
    }

    static ToolOutcome failed(String text) {
        return new ToolOutcome(StepStatus.FAILED, text, false);
    }

    static ToolOutcome refused(String text) {
        return new ToolOutcome(StepStatus.REFUSED, text, false);
    }

    static ToolOutcome interrupted(String text) {
        return new ToolOutcome(StepStatus.INTERRUPTED, text, false);
    }
}
