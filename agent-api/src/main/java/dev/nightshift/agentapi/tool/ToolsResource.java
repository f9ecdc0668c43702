package dev.nightshift.agentapi.tool;

import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tools an agent can be given. */
@Path("/api/tools")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "agents")
class ToolsResource {
    private static final List<String> BOTH = List.of("user", "org");

    /** {@code offeredTo}: the agent types; an org agent has a tool only when its {@code allowedActions} names it. */
    @Schema(name = "Tool")
    record ToolView(
            @Schema(required = true) String name,

            @Schema(
                    required = true,
                    enumeration = {"pure", "repeatable", "keyed", "once"})
            String effect,

            @Schema(required = true) List<String> offeredTo,
            @Schema(required = true) String description) {}

    @GET
    @Operation(summary = "Tools an agent can be given", operationId = "listTools")
    public Page<ToolView> list() {
        return Page.last(Arrays.stream(Tool.values())
                .map(t -> new ToolView(t.wire(), t.effect(), BOTH, t.description()))
                .toList());
    }
}
