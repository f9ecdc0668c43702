package dev.nightshift.service.client;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** This service's own platform token, got with its client credentials and kept until shortly before it expires. */
@ApplicationScoped
public class ServiceTokens {
    private final OidcClient client;
    private final TokensHelper tokens = new TokensHelper();

    ServiceTokens(OidcClient client) {
        this.client = client;
    }

    /** The value of an {@code Authorization} header. Fails as an outage while agent-api is away. */
    public Uni<String> bearer() {
        return tokens.getTokens(client).map(got -> "Bearer " + got.getAccessToken());
    }
}
