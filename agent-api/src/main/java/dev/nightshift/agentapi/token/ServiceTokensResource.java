package dev.nightshift.agentapi.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.ServiceCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Client credentials (RFC 6749, 4.4): how a service gets its platform token. */
@Path("/internal/oauth/token")
@PermitAll
class ServiceTokensResource {
    private final PlatformTokens tokens;
    private final String secret;

    ServiceTokensResource(
            PlatformTokens tokens, @ConfigProperty(name = "nightshift.service-secret") Optional<String> secret) {
        this.tokens = tokens;
        this.secret = secret.orElse("");
    }

    /** As RFC 6749 names it; {@code expires_in} in seconds. */
    record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<TokenAnswer> issue(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RestForm("grant_type") @Nullable String grantType) {
        String service = ServiceCredentials.service(authorization, secret).orElseThrow(Problem::unauthorized);
        if (!"client_credentials".equals(grantType)) {
            throw Problem.invalid("grant_type", "must be client_credentials");
        }
        return tokens.sign(new ServiceCaller(service))
                .map(signed -> new TokenAnswer(signed.token(), "Bearer", PlatformTokens.LIFE.toSeconds()));
    }
}
