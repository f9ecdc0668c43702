package dev.nightshift.search.find;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.search.access.ReadableSource;
import dev.nightshift.search.access.ReadableSources;
import dev.nightshift.search.access.Reader;
import dev.nightshift.search.index.DocumentIndex;
import dev.nightshift.search.index.SearchRequest;
import dev.nightshift.search.query.QueryParser;
import dev.nightshift.search.query.SearchQuery;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.token.CurrentCaller;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Searches what the caller may read right now. */
@Path("/api/search")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"member", "run"})
@OnlyKnownParameters
class SearchResource {
    private final ReadableSources readable;
    private final DocumentIndex index;
    private final ExecutorService blocking;
    private final CurrentCaller caller;

    SearchResource(
            ReadableSources readable,
            DocumentIndex index,
            @VirtualThreads ExecutorService blocking,
            CurrentCaller caller) {
        this.readable = readable;
        this.index = index;
        this.blocking = blocking;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "search", summary = "Documents that match a query, best first")
    public Uni<SearchResults> search(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SearchCall.class)))
                    JsonNode body) {
        Reader reader = Reader.using(Reader.SEARCH, caller.get());
        SearchCall call = SearchCall.read(body);
        return readable.of(reader)
                .map(sources -> request(call, sources))
                .emitOn(blocking)
                .map(index::search)
                .map(page -> SearchResults.of(page, call));
    }

    private static SearchRequest request(SearchCall call, List<ReadableSource> sources) {
        SearchQuery query = QueryParser.parse(call.query());
        return new SearchRequest(
                query, SearchScope.of(sources, query, call.sourceIds()), call.pageSize(), call.pageEnd());
    }
}
