package dev.nightshift.runner.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.runner.http.ServiceRefused;
import dev.nightshift.runner.tool.ToolSpec.Parameter;
import dev.nightshift.runner.tool.ToolSpec.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the text of a document, all of it or some lines. */
final class ReadDocument implements Tool {
    private static final ToolSpec SPEC = new ToolSpec(
            "read_document",
            "Reads the text of a connected document.",
            List.of(
                    Parameter.required("documentId", Type.TEXT, "The id that a search gave."),
                    Parameter.optional("from", Type.INTEGER, "First line, counted from 1."),
                    Parameter.optional("lines", Type.INTEGER, "How many lines.")));

    private final SearchClient search;

    ReadDocument(SearchClient search) {
        this.search = search;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public Effect effect() {
        return Effect.PURE;
    }

    @Override
    public ToolOutcome call(ToolUse use) {
        Map<String, Integer> range = new LinkedHashMap<>();
        for (String name : List.of("from", "lines")) {
            if (use.arguments().hasNonNull(name)) {
                range.put(name, use.arguments().get(name).asInt());
            }
        }
        try {
            return ToolOutcome.completed(text(search.document(use, use.text("documentId"), range)));
        } catch (ServiceRefused e) {
            return ToolOutcome.failed(e.detail());
        }
    }

    private static String text(JsonNode document) {
        String text = document.path("text").asText();
        long from = document.path("from").asLong(1);
        long last = from - 1 + text.lines().count();
        long total = document.path("totalLines").asLong(last);
        return last >= total ? text : text.stripTrailing() + "\n[lines " + from + " to " + last + " of " + total + "]";
    }
}
