package dev.nightshift.agentapi.oidc;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The code flow with PKCE, state and nonce, as Quarkus does it; only what comes out of it is ours. */
@ApplicationScoped
class CodeFlow {
    private static final int FOUND = 302;

    private final OidcAuthenticationMechanism quarkus;
    private final IdentityProviderManager identities;
    private final CodeFlowTenant tenant;

    CodeFlow(OidcAuthenticationMechanism quarkus, IdentityProviderManager identities, CodeFlowTenant tenant) {
        this.quarkus = quarkus;
        this.identities = identities;
        this.tenant = tenant;
    }

    /** What the provider gave for the code. {@code idToken} is verified; absent where the provider has none. */
    record Tokens(@Nullable String idToken, String accessToken) {}

    /** The forged, stale or repeated answer of a provider, or a token that does not stand the checks. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(@Nullable Throwable cause) {
            super("the sign-in could not be completed", cause, false, false);
        }
    }

    /** The address at the provider to send the browser to; sets the cookie that the callback is recognised by. */
    Uni<URI> begin(RoutingContext context, OidcSettings settings, Discovery discovery) {
        tenant.choose(context, settings, discovery);
        return quarkus.getChallenge(context).map(CodeFlow::location);
    }

    /** The end of it: fails with {@link Refused} for everything that is not the answer to a sign-in begun here. */
    Uni<Tokens> complete(RoutingContext context, OidcSettings settings, Discovery discovery) {
        String cookie = tenant.choose(context, settings, discovery);
        return quarkus.authenticate(context, identities)
                .onFailure()
                .transform(Refused::new)
                .map(identity -> tokens(context, settings, identity))
                .onTermination()
                .invoke(() -> context.response().removeCookies(cookie, true));
    }

    private static URI location(ChallengeData challenge) {
        if (challenge.status != FOUND) {
            throw new Refused(null);
        }
        return URI.create(challenge.getHeaders().values().iterator().next());
    }

    private static Tokens tokens(RoutingContext context, OidcSettings settings, @Nullable SecurityIdentity identity) {
        AuthorizationCodeTokens tokens = context.get(AuthorizationCodeTokens.class.getName());
        if (identity == null || identity.isAnonymous() || tokens == null) {
            throw new Refused(null);
        }
        return new Tokens(settings.preset() == Preset.GITHUB ? null : tokens.getIdToken(), tokens.getAccessToken());
    }
}
