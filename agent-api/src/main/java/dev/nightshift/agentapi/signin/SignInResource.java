package dev.nightshift.agentapi.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.member.Member;
import dev.nightshift.agentapi.member.Members;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in with user name and password, and out again. */
@Path("/auth")
@PermitAll
@Tag(name = "identity")
class SignInResource {
    private static final int LONGEST = 1024;

    private final Members members;
    private final BrowserSessions sessions;
    private final SessionCookie cookie;
    private final SignInAttempts attempts = new SignInAttempts();
    private final InstantSource clock = InstantSource.system();

    SignInResource(Members members, BrowserSessions sessions, SessionCookie cookie) {
        this.members = members;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Schema(name = "SignIn")
    record SignIn(
            @Schema(required = true) String username,
            @Schema(required = true) String password) {}

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in; sets the session cookie", operationId = "signIn")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SignIn.class)))
    @APIResponse(responseCode = "204", description = "Signed in")
    @APIResponse(responseCode = "401", description = "Unknown user name or wrong password")
    public Uni<Response> signIn(@Nullable JsonNode body, @Context HttpServerRequest request) {
        SignIn given = read(body);
        String key = given.username().toLowerCase(Locale.ROOT) + " "
                + request.remoteAddress().hostAddress();
        refuseTooMany(key);
        return members.signIn(given.username(), given.password()).chain(found -> answer(found, key));
    }

    @POST
    @Path("/logout")
    @Operation(summary = "Sign out; ends the session", operationId = "signOut")
    @APIResponse(responseCode = "204", description = "Signed out")
    public Uni<Response> signOut(@CookieParam(SessionCookie.NAME) @Nullable String token) {
        Uni<Void> ended = token == null ? Uni.createFrom().voidItem() : sessions.end(token);
        return ended.replaceWith(
                () -> Response.noContent().cookie(cookie.removed()).build());
    }

    private static SignIn read(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        String username = fields.requiredText("username", LONGEST, "admin");
        String password = fields.requiredText("password", LONGEST, "the account's password");
        fields.rejectOthers();
        fields.throwIfInvalid();
        if (username == null || password == null) {
            throw Problem.unauthorized();
        }
        return new SignIn(username, password);
    }

    private void refuseTooMany(String key) {
        Optional<Duration> wait = attempts.refusal(key, clock.instant());
        if (wait.isPresent()) {
            int seconds = (int) Math.max(1, wait.get().toSeconds());
            throw Problem.tooManyRequests("Too many wrong passwords. Try again later.", seconds);
        }
    }

    private Uni<Response> answer(Optional<Member> found, String key) {
        if (found.isEmpty()) {
            attempts.failed(key, clock.instant());
            throw Problem.unauthorized();
        }
        attempts.succeeded(key);
        return sessions.open(found.get().memberId(), clock.instant())
                .map(token -> Response.noContent().cookie(cookie.holding(token)).build());
    }
}
