package dev.nightshift.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of OpenAI's chat completions, whole or in the chunks of a stream. */
final class CompletionWire {
    private static final int PIECE = 12;

    private final JsonNode request;

    CompletionWire(JsonNode request) {
        this.request = request;
    }

    String whole(ScriptedAnswer.Says says) {
        ObjectNode message = object().put("role", "assistant");
        message.put("content", says.text().isEmpty() ? null : says.text());
        if (!says.calls().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            says.calls().forEach(call -> calls.add(call(call)));
        }
        ObjectNode answer = envelope("chat.completion");
        ObjectNode choice = object().put("index", 0).put("finish_reason", finishReason(says));
        choice.set("message", message);
        answer.putArray("choices").add(choice);
        answer.set("usage", usage(says));
        return answer.toString();
    }

    List<String> chunks(ScriptedAnswer.Says says) {
        List<String> chunks = new ArrayList<>();
        chunks.add(chunk(object().put("role", "assistant").put("content", "")));
        pieces(says.text()).forEach(piece -> chunks.add(chunk(object().put("content", piece))));
        for (int i = 0; i < says.calls().size(); i++) {
            ScriptedAnswer.Call call = says.calls().get(i);
            chunks.add(chunk(toolCalls(
                    call(new ScriptedAnswer.Call(call.id(), call.tool(), "")).put("index", i))));
            for (String piece : pieces(call.arguments())) {
                ObjectNode part = object().put("index", i);
                part.set("function", object().put("arguments", piece));
                chunks.add(chunk(toolCalls(part)));
            }
        }
        chunks.add(chunk(object(), finishReason(says)));
        if (request.path("stream_options").path("include_usage").asBoolean()) {
            ObjectNode last = envelope("chat.completion.chunk");
            last.putArray("choices");
            last.set("usage", usage(says));
            chunks.add(last.toString());
        }
        return chunks;
    }

    String firstChunk(String text) {
        return chunk(object().put("role", "assistant").put("content", text));
    }

    String error(int status, String message) {
        ObjectNode error = object().put("message", message).put("type", status == 429 ? "rate_limit" : "server_error");
        ObjectNode body = object();
        body.set("error", error);
        return body.toString();
    }

    private String chunk(ObjectNode delta) {
        return chunk(delta, null);
    }

    private String chunk(ObjectNode delta, @Nullable String finishReason) {
        ObjectNode choice = object().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finishReason);
        ObjectNode chunk = envelope("chat.completion.chunk");
        chunk.putArray("choices").add(choice);
        return chunk.toString();
    }

    private static ObjectNode toolCalls(ObjectNode call) {
        ObjectNode delta = object();
        delta.putArray("tool_calls").add(call);
        return delta;
    }

    private static ObjectNode call(ScriptedAnswer.Call call) {
        ObjectNode node = object().put("id", call.id()).put("type", "function");
        node.set("function", object().put("name", call.tool()).put("arguments", call.arguments()));
        return node;
    }

    private ObjectNode envelope(String kind) {
        return object().put("id", "chatcmpl-scripted")
                .put("object", kind)
                .put("created", 1_700_000_000)
                .put("model", request.path("model").asText("scripted"));
    }

    private static ObjectNode usage(ScriptedAnswer.Says says) {
        return object().put("prompt_tokens", says.inputTokens())
                .put("completion_tokens", says.outputTokens())
                .put("total_tokens", says.inputTokens() + says.outputTokens());
    }

    private static String finishReason(ScriptedAnswer.Says says) {
        return says.calls().isEmpty() ? "stop" : "tool_calls";
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += PIECE) {
            pieces.add(text.substring(at, Math.min(text.length(), at + PIECE)));
        }
        return pieces;
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
