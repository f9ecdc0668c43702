package dev.nightshift.runner.model;

import dev.nightshift.runner.tool.ToolSpec;
import dev.nightshift.runner.waiting.Deadline;
import java.util.List;

/** A question to a model. Without {@code withTools} it must give its last answer now. */
public record ModelRequest(Conversation conversation, List<ToolSpec> tools, boolean withTools, Deadline deadline) {
    public ModelRequest {
        tools = List.copyOf(tools);
    }
}
