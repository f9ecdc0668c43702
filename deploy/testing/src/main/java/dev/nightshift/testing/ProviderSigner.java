package dev.nightshift.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Signs the tokens of the {@link ScriptedProvider}. {@code claims} of a person go over what an honest token has (null
 * takes one away); {@code flaw} makes the token what an attacker would make of it.
 */
final class ProviderSigner {
    private static final int BITS = 2048;
    private static final int LIFE_SECONDS = 300;

    private final String issuer;
    private RsaJsonWebKey key = newKey();

    ProviderSigner(String issuer) {
        this.issuer = issuer;
    }

    synchronized JsonNode jwks() {
        try {
            return Json.mapper().readTree(new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void rotate() {
        key = newKey();
    }

    String idToken(JsonNode person, @Nullable String nonce) {
        Map<String, Object> honest = claims("ID");
        honest.put("nonce", person.path("flaw").asText().equals("nonce") ? "another sign-in's" : nonce);
        return sign(honest, person);
    }

    String accessToken(JsonNode person) {
        return sign(claims("Bearer"), person);
    }

    private Map<String, Object> claims(String type) {
        long now = Instant.now().getEpochSecond();
        return new HashMap<>(Map.of(
                "iss",
                issuer,
                "aud",
                ScriptedProvider.CLIENT,
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS,
                "jti",
                UUID.randomUUID().toString(),
                "typ",
                type));
    }

    private synchronized String sign(Map<String, Object> honest, JsonNode person) {
        Map<String, Object> said =
                Json.mapper().convertValue(person.path("claims"), new TypeReference<Map<String, Object>>() {});
        honest.putAll(said);
        honest.values().removeIf(java.util.Objects::isNull);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setPayload(Json.mapper().valueToTree(honest).toString());
        signature.setKeyIdHeaderValue(key.getKeyId());
        switch (person.path("flaw").asText()) {
            case "none" -> signature.setAlgorithmHeaderValue("none");
            case "symmetric" -> {
                signature.setAlgorithmHeaderValue("HS256");
                signature.setKey(new HmacKey(key.getKey().getEncoded()));
            }
            case "foreign-key" -> {
                signature.setAlgorithmHeaderValue("RS256");
                signature.setKey(newKey().getPrivateKey());
            }
            default -> {
                signature.setAlgorithmHeaderValue("RS256");
                signature.setKey(key.getPrivateKey());
            }
        }
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey made = RsaJwkGenerator.generateJwk(BITS);
            made.setKeyId(UUID.randomUUID().toString());
            made.setUse("sig");
            made.setAlgorithm("RS256");
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
