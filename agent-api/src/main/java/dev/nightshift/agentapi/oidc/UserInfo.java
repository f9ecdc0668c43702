package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.oidc.OidcSettings.People;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** What a token leaves out is asked for at the provider's endpoint of user information. */
@ApplicationScoped
class UserInfo {
    private final ProviderCalls calls;

    UserInfo(ProviderCalls calls) {
        this.calls = calls;
    }

    /**
     * The claims, completed where the address or the groups are missing. An answer that speaks of somebody else, or
     * none, adds nothing.
     */
    Uni<ProviderClaims> complete(
            OidcSettings settings, Discovery discovery, ProviderClaims claims, String accessToken) {
        URI address = discovery.userInfo();
        if (address == null || isComplete(settings, claims)) {
            return Uni.createFrom().item(claims);
        }
        return calls.get(address, accessToken)
                .map(reply -> new ProviderClaims(reply.body()))
                .map(said -> said.text("sub").equals(claims.text("sub")) ? claims.or(said) : claims);
    }

    private static boolean isComplete(OidcSettings settings, ProviderClaims claims) {
        People people = settings.people();
        boolean verification = claims.has("email_verified") || claims.has(people.emailClaim() + "_verified");
        return claims.has(people.emailClaim())
                && (claims.has("hd") || settings.preset() != Preset.GOOGLE)
                && (verification || !people.requireVerifiedEmail() || settings.preset() == Preset.MICROSOFT)
                && (claims.has(people.groupsClaim()) || !settings.preset().knowsGroups());
    }
}
