package dev.nightshift.agentapi.oidc;

import dev.nightshift.contracts.Decision;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in at the provider.
 *
 * @param issuer the provider's address, as its tokens name it; of GitHub the address of its pages
 * @param audience what an access token sent to us must be meant for: one of these
 */
@Decision
record OidcSettings(
        Preset preset, URI issuer, Client client, People people, List<String> scopes, Set<String> audience) {

    OidcSettings {
        scopes = List.copyOf(scopes);
        audience = Set.copyOf(audience);
    }

    /** Who we are at the provider. {@code secret} absent: a public client, which has PKCE alone. */
    record Client(String id, @Nullable String secret) {
        @Override
        public String toString() {
            return "Client " + id;
        }
    }

    /**
     * Who may come in, and as what.
     *
     * @param adminGroup the provider's group whose members are admins here; absent: nobody is by group
     * @param admins verified addresses in lower case whose owners are admins
     */
    record People(
            AllowedDomains domains,
            String emailClaim,
            boolean requireVerifiedEmail,
            String groupsClaim,
            @Nullable String adminGroup,
            Set<String> admins) {
        People {
            admins = Set.copyOf(admins);
        }
    }

    /** What people call the provider. */
    String title() {
        return preset.title(issuer);
    }
}
