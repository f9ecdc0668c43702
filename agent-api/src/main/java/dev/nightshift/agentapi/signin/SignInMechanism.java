package dev.nightshift.agentapi.signin;

import dev.nightshift.agentapi.settings.AuthMode;
import dev.nightshift.agentapi.token.OwnTokens;
import dev.nightshift.service.problem.Problem;
import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Recognises who sends a request. One with {@code Authorization} is judged by that alone: a platform token of a run or
 * a service, or a member's Bearer token. Without it, the sign-in mode decides what is looked at.
 */
@ApplicationScoped
class SignInMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";

    private final OwnTokens platformTokens;
    private final List<BearerSignIn> bearers;
    private final RequestSignIn withoutAuthorization;
    private final RefusedCredentials refused;

    SignInMechanism(
            OwnTokens platformTokens,
            @All List<BearerSignIn> bearers,
            @All List<RequestSignIn> modes,
            AuthMode mode,
            RefusedCredentials refused) {
        this.platformTokens = platformTokens;
        this.refused = refused;
        this.bearers = bearers;
        this.withoutAuthorization = modes.stream()
                .filter(candidate -> candidate.serves(mode.mode()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing recognises people in mode " + mode.mode()));
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        HttpServerRequest request = context.request();
        List<String> authorization = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        return authorization.isEmpty()
                ? withoutHeader(request)
                : byHeader(request, authorization)
                        .onFailure(AuthenticationFailedException.class)
                        .invoke(() -> refused.note(request, "token"));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    private Uni<SecurityIdentity> withoutHeader(HttpServerRequest request) {
        return withoutAuthorization
                .identify(request)
                .map(caller -> caller.map(known -> MemberIdentity.of(new BearerIdentity(known, Scopes.ALL)))
                        .orElse(null));
    }

    private Uni<SecurityIdentity> byHeader(HttpServerRequest request, List<String> authorization) {
        String header = authorization.getFirst();
        if (authorization.size() > 1 || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return refused();
        }
        String token = header.substring(BEARER.length()).trim();
        if (platformTokens.understands(token)) {
            return platformTokens.identity(token);
        }
        return bearers.stream()
                .filter(kind -> kind.understands(token))
                .findFirst()
                .map(kind -> kind.identify(token).chain(found -> member(request, found)))
                .orElseGet(SignInMechanism::refused);
    }

    private static Uni<SecurityIdentity> member(HttpServerRequest request, Optional<BearerIdentity> found) {
        if (found.isEmpty()) {
            return refused();
        }
        boolean webSocket = "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
        if (!found.get().scopes().allow(request.method().name(), webSocket)) {
            return Uni.createFrom().failure(Problem.forbidden("This token may only be used for reading."));
        }
        return Uni.createFrom().item(MemberIdentity.of(found.get()));
    }

    private static Uni<SecurityIdentity> refused() {
        return Uni.createFrom().failure(new AuthenticationFailedException("not a valid credential"));
    }
}
