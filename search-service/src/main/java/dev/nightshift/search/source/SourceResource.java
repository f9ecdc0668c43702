package dev.nightshift.search.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.search.access.ReadableSources;
import dev.nightshift.search.access.Reader;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.idempotency.Repeatable;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sources: admins manage all of them, everybody sees the names of those they may read. */
@Path("/api/sources")
@Tag(name = "Sources")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"member", "run"})
@OnlyKnownParameters
class SourceResource {
    private final Sources sources;
    private final CreateSource create;
    private final ReadableSources readable;
    private final SourceGate gate;
    private final CurrentCaller caller;

    SourceResource(
            Sources sources, CreateSource create, ReadableSources readable, SourceGate gate, CurrentCaller caller) {
        this.sources = sources;
        this.create = create;
        this.readable = readable;
        this.gate = gate;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listSources", summary = "The sources one may read; for admins all of them")
    public Uni<Page<SourceView>> list(
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return SourceGate.isAdmin(caller.get())
                ? sources.list(page)
                : readable.of(Reader.of(caller.get()), page)
                        .map(found -> Page.of(found, page, SourceView::cursor).map(SourceView::card));
    }

    @POST
    @Operation(operationId = "createSource", summary = "Connects a source (admins)")
    @APIResponseSchema(value = SourceView.class, responseCode = "201")
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewSource.class)))
                    JsonNode body) {
        var admin = gate.requireAdmin(caller.get());
        Repeatable call = new Repeatable(admin.memberId(), "/api/sources", key, body);
        return create.create(call, () -> gate.lookAtFolder(body).map(folder -> NewSource.read(body, folder)))
                .invoke(gate::announce)
                .map(Answer::response);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSource", summary = "One source")
    public Uni<SourceView> get(@PathParam("id") @Parameter(schema = @Schema(implementation = UUID.class)) String id) {
        UUID source = SourceGate.sourceId(id);
        return SourceGate.isAdmin(caller.get())
                ? sources.get(source)
                : gate.visible(caller.get(), source).map(SourceView::card);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(operationId = "changeSource", summary = "Changes name, folder or access (admins)")
    public Uni<SourceView> change(
            @PathParam("id") @Parameter(schema = @Schema(implementation = UUID.class)) String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SourcePatch.class)))
                    JsonNode body) {
        UUID source = SourceGate.sourceId(id);
        return gate.requireAdmin(caller.get(), source)
                .chain(() -> gate.lookAtFolder(body))
                .chain(folder -> sources.change(source, old -> SourcePatch.read(body, old, folder)))
                .invoke(gate::announce);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteSource", summary = "Disconnects a source and forgets its documents (admins)")
    public Uni<Void> delete(@PathParam("id") @Parameter(schema = @Schema(implementation = UUID.class)) String id) {
        UUID source = SourceGate.sourceId(id);
        return gate.requireAdmin(caller.get(), source)
                .chain(() -> sources.remove(source))
                .invoke(gate::announce);
    }
}
