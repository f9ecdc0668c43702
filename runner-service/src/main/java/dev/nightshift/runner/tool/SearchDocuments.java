package dev.nightshift.runner.tool;

import dev.nightshift.runner.http.ServiceRefused;
import dev.nightshift.runner.tool.ToolSpec.Parameter;
import dev.nightshift.runner.tool.ToolSpec.Type;
import java.util.List;

/** Searches the sources that the run may read. */
final class SearchDocuments implements Tool {
    private static final ToolSpec SPEC = new ToolSpec(
            "search_documents",
            "Searches the connected documents. Understands \"quoted phrases\" and -excluded words.",
            List.of(
                    Parameter.required("query", Type.TEXT, "What to look for."),
                    Parameter.optional("sourceIds", Type.TEXTS, "Only these sources."),
                    Parameter.optional("limit", Type.INTEGER, "At most this many documents, 10 if absent.")));

    private final SearchClient search;

    SearchDocuments(SearchClient search) {
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
        try {
            return ToolOutcome.completed(
                    SearchHits.of(search.search(use, use.arguments())).toText());
        } catch (ServiceRefused e) {
            return ToolOutcome.failed(e.detail());
        }
    }
}
