package dev.nightshift.agentapi.catalog;

import dev.nightshift.agentapi.agent.AgentView;
import dev.nightshift.agentapi.agent.CurrentPerson;
import dev.nightshift.agentapi.body.OptionalBody;
import dev.nightshift.service.idempotency.Answer;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Agents that are ready to install. */
@Path("/api/catalog")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "catalog")
class CatalogResource {
    private final CurrentPerson person;
    private final Catalog catalog;
    private final InstallAgent install;

    CatalogResource(CurrentPerson person, Catalog catalog, InstallAgent install) {
        this.person = person;
        this.catalog = catalog;
        this.install = install;
    }

    /** An agent one can have; {@code needsSources}: it reads documents. */
    @Schema(name = "CatalogEntry")
    record Entry(
            @Schema(required = true) String name,
            @Schema(required = true) String title,
            @Schema(required = true) String description,
            @Schema(required = true) String schedule,
            @Schema(required = true) List<String> actions,
            @Schema(required = true) boolean needsSources,
            @Schema(required = true) String instructions) {

        static Entry of(CatalogAgent agent) {
            return new Entry(
                    agent.name(),
                    agent.title(),
                    agent.description(),
                    agent.schedule(),
                    agent.actions(),
                    agent.needsSources(),
                    agent.instructions());
        }
    }

    /** What shall differ from the catalog. Without sources, an agent that needs some gets those one may read now. */
    @Schema(name = "InstallAgent")
    record Overrides(
            @Nullable String name,
            @Nullable String schedule,
            @Nullable String timezone,
            @Nullable List<UUID> allowedSources,

            @Schema(enumeration = {"active", "paused"}) @Nullable String state) {}

    @GET
    @Operation(summary = "Agents ready to install", operationId = "listCatalog")
    public Page<Entry> list() {
        return Page.last(catalog.all().stream().map(Entry::of).toList());
    }

    @POST
    @Path("/{name}/install")
    @Operation(summary = "Make an agent of one's own out of it", operationId = "installAgent")
    @RequestBody(
            required = false,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Overrides.class)))
    @APIResponse(
            responseCode = "201",
            description = "Installed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgentView.class)))
    public Uni<Response> install(
            @RestPath String name, @HeaderParam("Idempotency-Key") @Nullable String key, byte @Nullable [] body) {
        CatalogAgent agent = catalog.named(name).orElseThrow(() -> Problem.notFound("catalog agent"));
        return install.install(agent, person.get(), key, OptionalBody.of(body).json())
                .map(Answer::response);
    }
}
