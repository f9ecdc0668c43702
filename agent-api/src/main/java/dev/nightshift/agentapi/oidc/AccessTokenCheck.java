package dev.nightshift.agentapi.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Checks an access token that is a JWT: signed by a key of the provider with an asymmetric algorithm, from the provider,
 * for us, in time, and an access token rather than another token of the same provider.
 */
@Decision
final class AccessTokenCheck {
    private static final int PARTS = 3;
    private static final int SKEW_SECONDS = 30;
    private static final String[] SIGNATURES = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"
    };

    /** Claims that only an ID token has. */
    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

    private static final Set<String> OTHER_TYPES = Set.of("id", "refresh", "offline", "logout", "logout+jwt");

    private AccessTokenCheck() {}

    /** What a token says of itself before anything is checked. */
    record Unverified(@Nullable String keyId, ProviderClaims claims) {}

    /** Reads a token's parts; empty for anything that is no signed JWT. */
    static Optional<Unverified> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            JsonNode header = json(parts[0]);
            JsonNode claims = json(parts[1]);
            return header.isObject() && claims.isObject()
                    ? Optional.of(new Unverified(header.path("kid").textValue(), new ProviderClaims(claims)))
                    : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The claims of a good token; empty for any other. {@code audience}: one of these must be meant. */
    static Optional<ProviderClaims> verify(
            String token, List<JsonWebKey> keys, Discovery provider, Set<String> audience, Instant now) {
        try {
            consumer(keys, audience, now).processToClaims(token);
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
        return read(token)
                .map(Unverified::claims)
                .filter(claims -> provider.issued(claims.text("iss").orElse(""), claims))
                .filter(AccessTokenCheck::isAccessToken);
    }

    /** Also for what an introspection says. */
    static boolean isAccessToken(ProviderClaims claims) {
        String type = claims.text("typ").orElse("bearer").toLowerCase(Locale.ROOT);
        return OF_ID_TOKENS.stream().noneMatch(claims::has) && !OTHER_TYPES.contains(type);
    }

    private static JwtConsumer consumer(List<JsonWebKey> keys, Set<String> audience, Instant now) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, SIGNATURES)
                .setExpectedAudience(true, audience.toArray(String[]::new))
                .setRequireExpirationTime()
                .setRequireSubject()
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    private static JsonNode json(String part) throws JsonProcessingException {
        return Json.mapper().readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
