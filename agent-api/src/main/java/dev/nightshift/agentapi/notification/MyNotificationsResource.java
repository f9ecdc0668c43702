package dev.nightshift.agentapi.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Choosing what one is told of all agents that choose nothing themselves. */
@Path("/api/me/notifications")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "notifications")
class MyNotificationsResource {
    private final CurrentCaller caller;
    private final ChoosePreferences choose;

    MyNotificationsResource(CurrentCaller caller, ChoosePreferences choose) {
        this.caller = caller;
        this.choose = choose;
    }

    @GET
    @Operation(summary = "The caller's defaults", operationId = "getMyNotifications")
    @APIResponse(
            responseCode = "200",
            description = "What counts for agents that choose nothing themselves",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PreferencesView.class)))
    public Uni<PreferencesView> ofMe() {
        return choose.ofMember(caller.member());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose the caller's defaults", operationId = "putMyNotifications")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PreferencesView.Request.class)))
    @APIResponse(
            responseCode = "200",
            description = "What counts now",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PreferencesView.class)))
    @APIResponse(responseCode = "400", description = "Faults of the input, all at once")
    public Uni<PreferencesView> chooseForMe(@Nullable JsonNode body) {
        return choose.forMember(caller.member(), body);
    }
}
