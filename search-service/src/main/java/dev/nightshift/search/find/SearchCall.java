package dev.nightshift.search.find;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.search.index.PageEnd;
import dev.nightshift.service.json.Fields;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client sends to search. */
@Schema(name = "SearchCall", requiredProperties = "query")
record SearchCall(
        @Schema(
                description = "Words, `\"phrases\"`, `-without`, `in:source` (name or id), `type:md`, "
                        + "`before:2026-01-01` and `after:2026-01-01`. Without words: the newest documents first.",
                maxLength = MAX_QUERY,
                examples = "\"daily digest\" in:docs type:md -draft")
        String query,

        @Schema(description = "Only these sources; an empty list finds nothing.", nullable = true) @Nullable List<UUID> sourceIds,

        @Schema(description = "Items a page.", minimum = "1", maximum = "200", defaultValue = "50") @Nullable Integer limit,

        @Schema(
                description = "`nextCursor` of the page before, sent with the same query and sourceIds.",
                nullable = true)
        @Nullable String cursor) {

    /** Characters. */
    static final int MAX_QUERY = 2000;

    static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 400;

    /** Reads the body as sent; 400 with every fault. */
    static SearchCall read(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        String query = fields.text("query", MAX_QUERY);
        if (!fields.has("query") || fields.isNull("query")) {
            fields.fail("query", "is required, for example \"retry policy\"; empty lists the newest documents");
        }
        SearchCall call = new SearchCall(
                query == null ? "" : query,
                fields.uuids("sourceIds"),
                fields.integer("limit", 1, MAX_LIMIT),
                fields.text("cursor", MAX_CURSOR));
        fields.rejectOthers();
        if (call.cursor() != null && fields.isValid() && call.pageEnd() == null) {
            fields.fail("cursor", "does not belong to this query; send nextCursor of the page before, as it was");
        }
        fields.throwIfInvalid();
        return call;
    }

    int pageSize() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** Absent on the first page, and where the cursor is not one of this query. */
    @Nullable PageEnd pageEnd() {
        return cursor == null ? null : SearchCursor.read(cursor, this);
    }
}
