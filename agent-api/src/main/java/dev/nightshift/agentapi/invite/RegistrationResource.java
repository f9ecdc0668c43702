package dev.nightshift.agentapi.invite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.settings.AuthMode;
import dev.nightshift.agentapi.signin.BrowserSessions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What somebody does who was sent a link. */
@Path("/auth")
@PermitAll
@Tag(name = "identity")
class RegistrationResource {
    private final Invites invites;
    private final Register register;
    private final AuthMode mode;

    RegistrationResource(Invites invites, Register register, AuthMode mode) {
        this.invites = invites;
        this.register = register;
        this.mode = mode;
    }

    /** What whoever has the link may know of it. */
    @Schema(name = "OpenInvite")
    record OpenInvite(
            @Schema(
                    required = true,
                    enumeration = {"member", "admin"})
            String role,

            @Nullable String email,

            @Schema(required = true, description = "Name of who made it")
            String invitedBy,

            @Schema(required = true) Instant expiresAt) {}

    @GET
    @Path("/invite/{code}")
    @Operation(summary = "What an invite is for (public: the code is the proof)", operationId = "openInvite")
    @APIResponse(
            responseCode = "200",
            description = "The invite is open",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OpenInvite.class)))
    @APIResponse(responseCode = "404", description = "There is no such invite, or it was revoked (invite-unknown)")
    @APIResponse(responseCode = "409", description = "It was used (invite-used) or has expired (invite-expired)")
    public Uni<OpenInvite> open(@RestPath String code) {
        mode.requireAccounts();
        return invites.open(code)
                .map(invite -> new OpenInvite(
                        invite.role(), invite.email(), invite.createdBy().name(), invite.expiresAt()));
    }

    @POST
    @Path("/register")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make an account with an invite, and sign in; sets the session cookie",
            operationId = "register")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Registration.Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made and signed in",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Register.Registered.class)))
    @APIResponse(responseCode = "404", description = "There is no such invite, or it was revoked (invite-unknown)")
    @APIResponse(
            responseCode = "409",
            description =
                    "The invite was used (invite-used) or has expired (invite-expired), or the user name is taken")
    public Uni<Response> register(@Nullable JsonNode body, @Context HttpServerRequest request) {
        mode.requireAccounts();
        return register.register(Registration.read(body), BrowserSessions.browser(request))
                .map(arrival -> Response.status(Response.Status.CREATED)
                        .entity(arrival.member())
                        .cookie(arrival.cookie())
                        .build());
    }
}
