package dev.nightshift.agentapi.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.token.Claims;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Checks a platform token against the own keys, as the other services do over JWKS. */
@ApplicationScoped
public class OwnTokens {
    private static final int SKEW_SECONDS = 5;
    private static final int PARTS = 3;
    private static final int HEADER = 0;
    private static final int PAYLOAD = 1;
    private static final Set<String> KINDS = Set.of("run", "service");

    private final SigningKeys keys;

    OwnTokens(SigningKeys keys) {
        this.keys = keys;
    }

    /** Whether it claims to be a platform token; says nothing about whether it is one. */
    public boolean understands(String token) {
        return part(token, PAYLOAD)
                .map(payload -> Claims.ISSUER.equals(payload.path("iss").asText()))
                .orElse(false);
    }

    /**
     * The run or the service that the token speaks of; fails with {@link AuthenticationFailedException} for anything but
     * a valid token. One of a member is for the other services only: a member comes with a credential that can be
     * revoked.
     */
    public Uni<SecurityIdentity> identity(String token) {
        return keyId(token)
                .map(keys::byId)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(key -> check(key.orElseThrow(OwnTokens::invalid), token));
    }

    private static Optional<UUID> keyId(String token) {
        try {
            return part(token, HEADER)
                    .map(header -> Uuids.parse(header.path("kid").asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> part(String token, int number) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(parts[number]);
            return Optional.ofNullable(Json.mapper().readTree(new String(json, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SecurityIdentity check(SigningKey key, String token) {
        try {
            JwtClaims claims = consumer(key).processToClaims(token);
            if (!KINDS.contains(claims.getStringClaimValue(Claims.KIND))) {
                throw invalid();
            }
            claims.setStringClaim("raw_token", token);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                    .addRoles(new HashSet<>(claims.getStringListClaimValue("groups")))
                    .build();
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw invalid();
        }
    }

    private static AuthenticationFailedException invalid() {
        return new AuthenticationFailedException("not a valid platform token");
    }

    private static JwtConsumer consumer(SigningKey key) {
        return new JwtConsumerBuilder()
                .setVerificationKey(key.publicKey())
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedIssuer(Claims.ISSUER)
                .setExpectedAudience(Claims.ISSUER)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }
}
