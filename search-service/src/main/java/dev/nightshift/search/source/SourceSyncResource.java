package dev.nightshift.search.source;

import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** How a source stands with its folder, and reading it anew. */
@Path("/api/sources/{id}")
@Tag(name = "Sources")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"member", "run"})
@OnlyKnownParameters
class SourceSyncResource {
    private final SyncRequests syncs;
    private final SourceGate gate;
    private final CurrentCaller caller;

    SourceSyncResource(SyncRequests syncs, SourceGate gate, CurrentCaller caller) {
        this.syncs = syncs;
        this.gate = gate;
        this.caller = caller;
    }

    @POST
    @Path("/sync")
    @ResponseStatus(202)
    @Operation(operationId = "syncSource", summary = "Reads the whole source again, every file of it (admins)")
    @APIResponseSchema(value = SourceStatus.class, responseCode = "202")
    public Uni<SourceStatus> sync(
            @PathParam("id") @Parameter(schema = @Schema(implementation = UUID.class)) String id) {
        UUID source = SourceGate.sourceId(id);
        return gate.requireAdmin(caller.get(), source)
                .chain(() -> syncs.request(source))
                .map(SourceGate::present)
                .invoke(gate::announce);
    }

    @GET
    @Path("/status")
    @Operation(operationId = "getSourceStatus", summary = "How a source stands (admins)")
    public Uni<SourceStatus> status(
            @PathParam("id") @Parameter(schema = @Schema(implementation = UUID.class)) String id) {
        UUID source = SourceGate.sourceId(id);
        return gate.requireAdmin(caller.get(), source)
                .chain(() -> syncs.status(source))
                .map(SourceGate::present);
    }
}
