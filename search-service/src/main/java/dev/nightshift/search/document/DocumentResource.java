package dev.nightshift.search.document;

import dev.nightshift.contracts.Uuids;
import dev.nightshift.search.access.ReadableSource;
import dev.nightshift.search.access.ReadableSources;
import dev.nightshift.search.access.Reader;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reads one document, as far as its source may be read by the caller right now. */
@Path("/api/documents")
@Tag(name = "Documents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"member", "run"})
@OnlyKnownParameters
class DocumentResource {
    private static final String DOCUMENT = "document";

    private final DocumentStore documents;
    private final ReadableSources readable;
    private final CurrentCaller caller;

    DocumentResource(DocumentStore documents, ReadableSources readable, CurrentCaller caller) {
        this.documents = documents;
        this.readable = readable;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readDocument", summary = "Some lines of a document")
    public Uni<DocumentView> read(
            @PathParam("id") @Parameter(schema = @Schema(implementation = UUID.class)) String id,
            @QueryParam("from")
                    @Parameter(
                            description = "The first line wanted, from 1.",
                            schema = @Schema(implementation = Integer.class, minimum = "1", defaultValue = "1"))
                    @Nullable String from,
            @QueryParam("lines")
                    @Parameter(
                            description = "How many lines at most.",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "10000",
                                            defaultValue = "400"))
                    @Nullable String lines) {
        Reader reader = Reader.using(Reader.READ, caller.get());
        LineRange range = LineRange.read(from, lines);
        return documents
                .find(documentId(id))
                .map(found -> found.orElseThrow(() -> Problem.notFound(DOCUMENT)))
                .call(document -> readable.find(reader, document.sourceId()).invoke(DocumentResource::require))
                .map(document -> DocumentView.of(document, LineSlice.of(document.text(), range.from(), range.lines())));
    }

    private static void require(Optional<ReadableSource> source) {
        if (source.isEmpty()) {
            throw Problem.notFound(DOCUMENT);
        }
    }

    private static UUID documentId(String id) {
        try {
            return Uuids.parse(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(DOCUMENT);
        }
    }
}
