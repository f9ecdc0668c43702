package dev.nightshift.agentapi.model;

import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.models.ModelSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The models an agent can be given; never their keys. */
@Path("/api/models")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "agents")
class ModelsResource {
    private final List<ModelView> models;

    ModelsResource(ModelSettings settings) {
        this.models = settings.models().values().stream()
                .map(m -> new ModelView(
                        m.name(), m.provider(), m.model(), m.name().equals(settings.defaultModel())))
                .sorted(Comparator.comparing(ModelView::name))
                .toList();
    }

    /** {@code model} is the provider's own name of it; {@code isDefault}: what an agent gets that names none. */
    @Schema(name = "Model")
    record ModelView(
            @Schema(required = true) String name,
            @Schema(required = true) String provider,
            @Nullable String model,
            @Schema(required = true) boolean isDefault) {}

    @GET
    @Operation(summary = "Models an agent can be given", operationId = "listModels")
    public Page<ModelView> list() {
        return Page.last(models);
    }
}
