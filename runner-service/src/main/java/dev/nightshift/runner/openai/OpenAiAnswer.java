package dev.nightshift.runner.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.runner.model.ModelReply.Answer;
import dev.nightshift.runner.text.BoundedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came over the wire, bounded so that the journal can hold it. */
final class OpenAiAnswer {
    private static final int TEXT_BYTES = 96 * 1024;
    private static final int ARGUMENT_BYTES = 128 * 1024;
    private static final int CALLS = 64;

    private OpenAiAnswer() {}

    static Answer of(ChatResponse response) {
        AiMessage message = response.aiMessage();
        TokenUsage usage = response.tokenUsage();
        return new Answer(
                BoundedText.atMost(TEXT_BYTES, message.text() == null ? "" : message.text()),
                calls(message.toolExecutionRequests()),
                usage == null ? 0 : count(usage.inputTokenCount()),
                usage == null ? 0 : count(usage.outputTokenCount()));
    }

    private static List<ToolCall> calls(@Nullable List<ToolExecutionRequest> requests) {
        List<ToolCall> calls = new ArrayList<>();
        int left = ARGUMENT_BYTES;
        if (requests != null) {
            for (ToolExecutionRequest request : requests.subList(0, Math.min(CALLS, requests.size()))) {
                String raw = request.arguments() == null ? "" : BoundedText.clean(request.arguments());
                left -= BoundedText.size(raw);
                JsonNode arguments = left >= 0 ? arguments(raw) : TextNode.valueOf("(too large)");
                calls.add(new ToolCall(callId(request, calls.size()), name(request), arguments));
            }
        }
        return calls;
    }

    private static JsonNode arguments(String raw) {
        if (raw.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return clean(Json.mapper().readTree(raw));
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(raw);
        }
    }

    /** Escaped in JSON, a character that cannot be stored gets past the cleaning of the whole. */
    private static JsonNode clean(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(BoundedText.clean(value.asText()));
        }
        if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, clean(list.get(i)));
            }
        }
        if (value instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(clean(field.getValue())));
        }
        return value;
    }

    private static String name(ToolExecutionRequest request) {
        return BoundedText.line(100, BoundedText.clean(request.name() == null ? "" : request.name()));
    }

    private static String callId(ToolExecutionRequest request, int index) {
        String id = request.id();
        return id == null || id.isBlank() ? "call-" + (index + 1) : BoundedText.line(200, BoundedText.clean(id));
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
