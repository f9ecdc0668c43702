package dev.nightshift.agentapi.oidc;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the provider about an access token that only it can read. */
@ApplicationScoped
class OpaqueTokens {
    private final Provider provider;
    private final ProviderCalls calls;
    private final GithubAccounts github;

    OpaqueTokens(Provider provider, ProviderCalls calls, GithubAccounts github) {
        this.provider = provider;
        this.calls = calls;
        this.github = github;
    }

    /** What the provider says of a good token that was made for us, {@code iss} and {@code sub} included. */
    Uni<Optional<ProviderClaims>> claims(OidcSettings settings, String token) {
        return switch (settings.preset()) {
            case GITHUB -> github.ownerOfOurs(settings, token);
            case GOOGLE -> provider.lately().chain(discovery -> googles(settings, discovery, token));
            case STANDARD, MICROSOFT -> provider.lately().chain(discovery -> introspected(settings, discovery, token));
        };
    }

    /** Google has no introspection; its {@code tokeninfo} beside the token endpoint names the audience. */
    private Uni<Optional<ProviderClaims>> googles(OidcSettings settings, Discovery discovery, String token) {
        URI address = discovery.token().resolve("tokeninfo");
        return calls.post(address, null, Map.of("access_token", token))
                .map(reply -> reply.isGood() ? Optional.of(new ProviderClaims(reply.body())) : none())
                .map(claims -> claims.filter(said -> isForUs(said, settings.audience(), "aud")));
    }

    private Uni<Optional<ProviderClaims>> introspected(OidcSettings settings, Discovery discovery, String token) {
        URI address = discovery.introspection();
        if (address == null || settings.client().secret() == null) {
            return Uni.createFrom().item(none());
        }
        return calls.post(address, settings.client(), Map.of("token", token, "token_type_hint", "access_token"))
                .map(reply -> good(reply, discovery, settings.audience()));
    }

    private static Optional<ProviderClaims> good(ProviderCalls.Reply reply, Discovery discovery, Set<String> audience) {
        ProviderClaims said = new ProviderClaims(reply.body());
        return Optional.of(said)
                .filter(claims -> reply.isGood() && claims.isTrue("active"))
                .filter(claims -> claims.text("iss")
                        .map(issuer -> discovery.issued(issuer, claims))
                        .orElse(true))
                .filter(claims -> isForUs(claims, audience, claims.has("aud") ? "aud" : "client_id"))
                .filter(AccessTokenCheck::isAccessToken)
                .filter(OpaqueTokens::isBearer);
    }

    private static boolean isForUs(ProviderClaims claims, Set<String> audience, String claim) {
        return claims.texts(claim).stream().anyMatch(audience::contains);
    }

    private static boolean isBearer(ProviderClaims claims) {
        return claims.text("token_type").map("bearer"::equalsIgnoreCase).orElse(true);
    }

    private static Optional<ProviderClaims> none() {
        return Optional.empty();
    }
}
