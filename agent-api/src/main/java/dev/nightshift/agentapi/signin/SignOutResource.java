package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.audit.CurrentActor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing out. */
@Path("/auth/logout")
@PermitAll
@Tag(name = "identity")
class SignOutResource {
    private final BrowserSessions sessions;
    private final SessionCookie cookie;
    private final SignOutElsewhere elsewhere;
    private final CurrentActor actor;
    private final RoutingContext context;

    SignOutResource(
            BrowserSessions sessions,
            SessionCookie cookie,
            SignOutElsewhere elsewhere,
            CurrentActor actor,
            RoutingContext context) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.elsewhere = elsewhere;
        this.actor = actor;
        this.context = context;
    }

    /** {@code logoutUrl}: the browser opens it to sign out at the provider too. */
    @Schema(name = "SignedOut")
    record SignedOut(@Schema(required = true) String logoutUrl) {}

    @POST
    @Operation(summary = "Sign out; ends the session", operationId = "signOut")
    @APIResponse(responseCode = "204", description = "Signed out")
    @APIResponse(
            responseCode = "200",
            description = "Signed out here; the provider has a page to sign out there",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SignedOut.class)))
    public Uni<Response> signOut(@CookieParam(SessionCookie.NAME) @Nullable String token) {
        String address = actor.address();
        return elsewhere
                .address(context, token)
                .call(there -> token == null ? Uni.createFrom().voidItem() : sessions.end(token, address))
                .map(this::answer);
    }

    private Response answer(Optional<URI> there) {
        Response.ResponseBuilder answer = there.map(
                        url -> Response.ok(new SignedOut(url.toString()), MediaType.APPLICATION_JSON))
                .orElseGet(Response::noContent);
        return answer.cookie(cookie.removed()).build();
    }
}
