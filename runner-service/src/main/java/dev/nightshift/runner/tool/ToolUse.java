package dev.nightshift.runner.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;

/** One call: its key, its checked arguments, and how long it may take. */
public record ToolUse(RunContext run, UUID stepId, JsonNode arguments, Duration timeLimit) {
    String text(String argument) {
        return arguments.path(argument).asText();
    }
}
