package dev.nightshift.runner.model;

import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.ToolCall;
import java.util.List;

/** What came of asking a model. */
public sealed interface ModelReply {
    /** An answer; without tool calls it is the last one. Arguments that were not JSON stand as the text they were. */
    record Answer(String text, List<ToolCall> toolCalls, long inputTokens, long outputTokens) implements ModelReply {
        public Answer {
            toolCalls = List.copyOf(toolCalls);
        }
    }

    /** The model sees no way on; {@code output} is what it has to say all the same. */
    record GaveUp(EndReason reason, String error, String output) implements ModelReply {}
}
