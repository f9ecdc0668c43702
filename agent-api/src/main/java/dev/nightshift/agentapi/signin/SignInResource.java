package dev.nightshift.agentapi.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.settings.AuthMode;
import dev.nightshift.agentapi.signin.PasswordSignIn.Credentials;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in with user name and password. */
@Path("/auth")
@PermitAll
@Tag(name = "identity")
class SignInResource {
    private static final int LONGEST = 1024;

    private final PasswordSignIn passwords;
    private final AuthMode mode;

    SignInResource(PasswordSignIn passwords, AuthMode mode) {
        this.passwords = passwords;
        this.mode = mode;
    }

    @Schema(name = "SignIn")
    record SignIn(
            @Schema(required = true) String username,
            @Schema(required = true) String password) {}

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in; sets the session cookie", operationId = "signIn")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignIn.class)))
    @APIResponse(responseCode = "204", description = "Signed in")
    @APIResponse(responseCode = "401", description = "Unknown user name or wrong password")
    @APIResponse(responseCode = "429", description = "Too many wrong passwords for this account or from this address")
    public Uni<Response> signIn(@Nullable JsonNode body, @Context HttpServerRequest request) {
        mode.requireAccounts();
        return passwords
                .signIn(read(body), BrowserSessions.browser(request))
                .map(opened -> Response.noContent().cookie(opened).build());
    }

    private static Credentials read(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        String username = fields.requiredText("username", LONGEST, "admin");
        String password = fields.requiredText("password", LONGEST, "the account's password");
        fields.rejectOthers();
        fields.throwIfInvalid();
        if (username == null || password == null) {
            throw Problem.unauthorized();
        }
        return new Credentials(username, password);
    }
}
