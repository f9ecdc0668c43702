package dev.nightshift.runner.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.runner.http.ServiceRefused;
import dev.nightshift.runner.tool.ToolSpec.Parameter;
import dev.nightshift.runner.tool.ToolSpec.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A tool that reads what is connected, through search-service. */
final class SearchTool implements Tool {
    private final ToolSpec spec;
    private final Function<ToolUse, String> answer;

    private SearchTool(Function<ToolUse, String> answer, String name, String description, Parameter... parameters) {
        this.spec = new ToolSpec(name, description, List.of(parameters));
        this.answer = answer;
    }

    static List<SearchTool> all(SearchClient search) {
        return List.of(
                new SearchTool(
                        use -> SearchHits.of(search.search(use, use.arguments()))
                                .toText(),
                        "search_documents",
                        "Searches the connected documents. Understands \"quoted phrases\" and -excluded words.",
                        Parameter.required("query", Type.TEXT, "What to look for."),
                        Parameter.optional("sourceIds", Type.TEXTS, "Only these sources."),
                        Parameter.optional("limit", Type.INTEGER, "At most this many documents, 10 if absent.")),
                new SearchTool(
                        use -> text(search.document(use, use.text("documentId"), range(use))),
                        "read_document",
                        "Reads the text of a connected document, all of it or some lines.",
                        Parameter.required("documentId", Type.TEXT, "The id that a search gave."),
                        Parameter.optional("from", Type.INTEGER, "First line, counted from 1."),
                        Parameter.optional("lines", Type.INTEGER, "How many lines.")));
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public Effect effect() {
        return Effect.PURE;
    }

    @Override
    public ToolOutcome call(ToolUse use) {
        try {
            return ToolOutcome.completed(answer.apply(use));
        } catch (ServiceRefused e) {
            return ToolOutcome.failed(e.detail());
        }
    }

    private static Map<String, Integer> range(ToolUse use) {
        Map<String, Integer> range = new LinkedHashMap<>();
        for (String name : List.of("from", "lines")) {
            if (use.arguments().hasNonNull(name)) {
                range.put(name, use.arguments().get(name).asInt());
            }
        }
        return range;
    }

    private static String text(JsonNode document) {
        String text = document.path("text").asText();
        long from = document.path("from").asLong(1);
        long last = from - 1 + text.lines().count();
        long total = document.path("totalLines").asLong(last);
        return last >= total ? text : text.stripTrailing() + "\n[lines " + from + " to " + last + " of " + total + "]";
    }
}
