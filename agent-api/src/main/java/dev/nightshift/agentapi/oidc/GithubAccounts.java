package dev.nightshift.agentapi.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** People of GitHub, put as claims: it has neither ID tokens nor introspection. */
@ApplicationScoped
class GithubAccounts {
    private static final int MOST_ADDRESSES = 100;

    private final ProviderCalls calls;

    GithubAccounts(ProviderCalls calls) {
        this.calls = calls;
    }

    /** Whose token it is, with the primary address; empty for a token that GitHub refuses. */
    Uni<Optional<ProviderClaims>> owner(OidcSettings settings, String accessToken) {
        URI api = Discovery.github(settings.issuer());
        return calls.get(URI.create(api + "/user"), accessToken)
                .chain(user -> calls.get(URI.create(api + "/user/emails?per_page=" + MOST_ADDRESSES), accessToken)
                        .map(emails -> user.isGood() && emails.isGood()
                                ? claims(user.body(), emails.body())
                                : Optional.<ProviderClaims>empty()));
    }

    /** The same, for a token that was made for this client: any other client's token would do otherwise. */
    Uni<Optional<ProviderClaims>> ownerOfOurs(OidcSettings settings, String accessToken) {
        String id = URLEncoder.encode(settings.client().id(), StandardCharsets.UTF_8);
        URI check = URI.create(Discovery.github(settings.issuer()) + "/applications/" + id + "/token");
        ObjectNode body = Json.mapper().createObjectNode().put("access_token", accessToken);
        return calls.postJson(check, settings.client(), body)
                .chain(reply -> reply.isGood()
                        ? owner(settings, accessToken)
                        : Uni.createFrom().item(Optional.<ProviderClaims>empty()));
    }

    private static Optional<ProviderClaims> claims(JsonNode user, JsonNode emails) {
        if (!user.path("id").isIntegralNumber()) {
            return Optional.empty();
        }
        ObjectNode claims = Json.mapper().createObjectNode();
        claims.put("sub", user.path("id").asText());
        claims.set("preferred_username", user.path("login"));
        claims.set("name", user.path("name"));
        emails.forEach(email -> {
            if (email.path("primary").asBoolean()) {
                claims.set("email", email.path("email"));
                claims.set("email_verified", email.path("verified"));
            }
        });
        return Optional.of(new ProviderClaims(claims));
    }
}
