package dev.nightshift.search.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.search.access.ReadableSources;
import dev.nightshift.search.access.Reader;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Sources: admins manage all of them, everybody sees the names of those they may read. */
@Path("/api/sources")
@Tag(name = "Sources")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"member", "run"})
class SourceResource {
    private final Sources sources;
    private final SyncRequests syncs;
    private final ReadableSources readable;
    private final SourceGate gate;
    private final CurrentCaller caller;

    SourceResource(
            Sources sources, SyncRequests syncs, ReadableSources readable, SourceGate gate, CurrentCaller caller) {
        this.sources = sources;
        this.syncs = syncs;
        this.readable = readable;
        this.gate = gate;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listSources", summary = "The sources one may read; for admins all of them")
    public Uni<SourceList> list(
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
        SourceList.Wanted wanted = SourceList.Wanted.read(limit, cursor);
        return SourceGate.isAdmin(caller.get())
                ? sources.list(wanted.before(), wanted.limit() + 1).map(wanted::page)
                : readable.of(Reader.of(caller.get()), wanted.before(), wanted.limit() + 1)
                        .map(found ->
                                wanted.page(found.stream().map(SourceView::card).toList()));
    }

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "createSource", summary = "Connects a source (admins)")
    @APIResponseSchema(value = SourceView.class, responseCode = "201")
    public Uni<SourceView> create(
            @HeaderParam(CreationKey.HEADER) @Nullable String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewSource.class)))
                    JsonNode body) {
        var admin = gate.requireAdmin(caller.get());
        CreationKey creation = CreationKey.read(admin.memberId(), "/api/sources", key);
        return gate.lookAtFolder(body)
                .chain(folder -> sources.create(NewSource.read(body, folder), creation))
                .invoke(made -> gate.announce(made.id()));
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
                .invoke(changed -> gate.announce(source));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteSource", summary = "Disconnects a source and forgets its documents (admins)")
    public Uni<Void> delete(@PathParam("id") @Parameter(schema = @Schema(implementation = UUID.class)) String id) {
        UUID source = SourceGate.sourceId(id);
        return gate.requireAdmin(caller.get(), source)
                .chain(() -> sources.remove(source))
                .invoke(() -> gate.announce(source));
    }

    @POST
    @Path("/{id}/sync")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(202)
    @Operation(operationId = "syncSource", summary = "Reads the whole source again, every file of it (admins)")
    @APIResponseSchema(value = SourceStatus.class, responseCode = "202")
    public Uni<SourceStatus> sync(
            @PathParam("id") @Parameter(schema = @Schema(implementation = UUID.class)) String id) {
        UUID source = SourceGate.sourceId(id);
        return gate.requireAdmin(caller.get(), source)
                .chain(() -> syncs.request(source))
                .map(SourceGate::present)
                .invoke(status -> gate.announce(source));
    }

    @GET
    @Path("/{id}/status")
    @Operation(operationId = "getSourceStatus", summary = "How a source stands (admins)")
    public Uni<SourceStatus> status(
            @PathParam("id") @Parameter(schema = @Schema(implementation = UUID.class)) String id) {
        UUID source = SourceGate.sourceId(id);
        return gate.requireAdmin(caller.get(), source)
                .chain(() -> syncs.status(source))
                .map(SourceGate::present);
    }
}
