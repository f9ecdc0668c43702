package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.oidc.AdmitPerson.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;

/** Finds out from tokens of the provider who somebody is, and what {@link AdmitPerson} says to that. */
@ApplicationScoped
class ReadPerson {
    private final Provider provider;
    private final ProviderKeys keys;
    private final UserInfo userInfo;
    private final GithubAccounts github;
    private final OpaqueTokens opaque;
    private final InstantSource clock = InstantSource.system();

    ReadPerson(Provider provider, ProviderKeys keys, UserInfo userInfo, GithubAccounts github, OpaqueTokens opaque) {
        this.provider = provider;
        this.keys = keys;
        this.userInfo = userInfo;
        this.github = github;
        this.opaque = opaque;
    }

    /** The person who has just signed in; the ID token is verified. Empty when the provider takes its word back. */
    Uni<Optional<Verdict>> ofSignIn(OidcSettings settings, Discovery discovery, CodeFlow.Tokens tokens) {
        if (tokens.idToken() == null) {
            return github.owner(settings, tokens.accessToken())
                    .map(claims -> claims.flatMap(said -> decide(settings, discovery, said)));
        }
        ProviderClaims claims = AccessTokenCheck.read(tokens.idToken())
                .map(AccessTokenCheck.Unverified::claims)
                .orElseGet(ProviderClaims::none);
        return userInfo.complete(settings, discovery, claims, tokens.accessToken())
                .map(said -> decide(settings, discovery, said));
    }

    /** The person whose access token is sent to us as Bearer; empty for a token that is not good here. */
    Uni<Optional<Verdict>> ofAccessToken(OidcSettings settings, String token) {
        return provider.lately()
                .chain(discovery -> claims(settings, discovery, token)
                        .chain(claims -> claims.isEmpty()
                                ? Uni.createFrom().item(Optional.<Verdict>empty())
                                : userInfo(settings, discovery, claims.get(), token)
                                        .map(said -> decide(settings, discovery, said))));
    }

    private Uni<Optional<ProviderClaims>> claims(OidcSettings settings, Discovery discovery, String token) {
        Optional<AccessTokenCheck.Unverified> unverified = AccessTokenCheck.read(token);
        if (unverified.isEmpty() || discovery.keys() == null) {
            return opaque.claims(settings, token);
        }
        return keys.with(unverified.get().keyId(), discovery.keys())
                .map(known -> verified(settings, discovery, token, known));
    }

    private Optional<ProviderClaims> verified(
            OidcSettings settings, Discovery discovery, String token, List<JsonWebKey> known) {
        return AccessTokenCheck.verify(token, known, discovery, settings.audience(), clock.instant());
    }

    private Uni<ProviderClaims> userInfo(
            OidcSettings settings, Discovery discovery, ProviderClaims claims, String token) {
        return settings.preset() == Preset.GITHUB
                ? Uni.createFrom().item(claims)
                : userInfo.complete(settings, discovery, claims, token);
    }

    private static Optional<Verdict> decide(OidcSettings settings, Discovery discovery, ProviderClaims claims) {
        String issuer = claims.text("iss").orElse(discovery.issuer());
        boolean known = settings.preset() == Preset.GITHUB || settings.preset() == Preset.GOOGLE
                ? claims.text("iss").isEmpty() || discovery.issued(issuer, claims)
                : discovery.issued(issuer, claims);
        return claims.text("sub")
                .filter(subject -> known)
                .map(subject -> new AdmitPerson(settings).decide(issuer, subject, claims));
    }
}
