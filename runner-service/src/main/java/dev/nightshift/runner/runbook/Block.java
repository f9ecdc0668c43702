package dev.nightshift.runner.runbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.ToolCall;

/**
 * A fenced block that a runbook runs. {@code argument} is what follows the language: the path of a {@code write}, or
 * what an otherwise empty {@code search} or {@code read} wants.
 */
record Block(Language language, String argument, String body) {
    /** {@code read} of this means the best document that earlier searches found. */
    static final String FIRST = "first";

    /** What stands behind the opening fence. */
    enum Language {
        BASH,
        PYTHON,
        WRITE,
        SEARCH,
        READ
    }

    boolean readsFirst() {
        return language == Language.READ && query().equals(FIRST);
    }

    /** The block as the tool call it stands for. */
    ToolCall call(String callId) {
        return switch (language) {
            case BASH -> call(callId, "run_bash", object().put("script", body));
            case PYTHON -> call(callId, "run_python", object().put("code", body));
            case WRITE ->
                call(callId, "write_file", object().put("path", argument).put("content", body));
            case SEARCH -> call(callId, "search_documents", object().put("query", query()));
            case READ -> read(callId, query());
        };
    }

    ToolCall read(String callId, String documentId) {
        return call(callId, "read_document", object().put("documentId", documentId));
    }

    private String query() {
        String wanted = body.isBlank() ? argument : body;
        return wanted.strip().replaceAll("\\s+", " ");
    }

    private static ToolCall call(String callId, String tool, ObjectNode arguments) {
        return new ToolCall(callId, tool, arguments);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
