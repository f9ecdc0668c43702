package dev.nightshift.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Values of an {@code Authorization} header that no service may accept, each by what is wrong with it. */
public final class ForgedTokens {
    private static final int LONG_AGO_MINUTES = 10;

    private final Supplier<JwtClaims> good;
    private final PublicJsonWebKey key;

    private ForgedTokens(Supplier<JwtClaims> good, PublicJsonWebKey key) {
        this.good = good;
        this.key = key;
    }

    /** {@code good}: the claims of a token that would be accepted when {@link Tokens} signed it. */
    public static Map<String, String> of(Supplier<JwtClaims> good) {
        return of(good, Tokens.key());
    }

    /** As {@link #of(Supplier)}, where the service trusts another key, which has an id. */
    public static Map<String, String> of(Supplier<JwtClaims> good, PublicJsonWebKey key) {
        return new ForgedTokens(good, key).all();
    }

    private Map<String, String> all() {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("expired", changed(c -> c.setExpirationTimeMinutesInTheFuture(-LONG_AGO_MINUTES)));
        forged.put("without an expiry", changed(c -> c.unsetClaim("exp")));
        forged.put("of another issuer", changed(c -> c.setIssuer("https://evil.example")));
        forged.put("without an issuer", changed(c -> c.unsetClaim("iss")));
        forged.put("for another audience", changed(c -> c.setAudience("another")));
        forged.put("without an audience", changed(c -> c.unsetClaim("aud")));
        String[] parts = signed(good.get(), key, key.getKeyId()).split("\\.", -1);
        forged.put("tampered", "Bearer " + parts[0] + "." + base64(tampered(good.get())) + "." + parts[2]);
        forged.put("with another signature", "Bearer " + parts[0] + "." + parts[1] + "." + flipped(parts[2]));
        forged.put("without its signature", "Bearer " + parts[0] + "." + parts[1] + ".");
        forged.put(
                "unsigned",
                "Bearer " + base64("{\"alg\":\"none\",\"kid\":\"" + key.getKeyId() + "\"}") + "." + parts[1] + ".");
        forged.put("signed by another key", "Bearer " + signed(good.get(), otherKey(), key.getKeyId()));
        forged.put(
                "signed by a key nobody knows",
                "Bearer " + signed(good.get(), otherKey(), UUID.randomUUID().toString()));
        forged.put("signed with the public key as a secret", "Bearer " + hmac(good.get()));
        forged.put("empty", "Bearer ");
        forged.put("garbage", "Bearer a.b.c");
        forged.put("of another scheme", "Basic " + base64("admin:admin"));
        return forged;
    }

    private String changed(Consumer<JwtClaims> change) {
        JwtClaims claims = good.get();
        change.accept(claims);
        return "Bearer " + signed(claims, key, key.getKeyId());
    }

    private static String tampered(JwtClaims claims) {
        claims.setStringListClaim("groups", "member", "admin", "service", "run");
        return claims.toJson();
    }

    private static String flipped(String signature) {
        char last = signature.charAt(0) == 'A' ? 'B' : 'A';
        return last + signature.substring(1);
    }

    private static PublicJsonWebKey otherKey() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JwtClaims claims, PublicJsonWebKey key, String keyId) {
        try {
            JsonWebSignature signature =
                    signature(claims, keyId, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            signature.setKey(key.getPrivateKey());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a verifier that believes the header takes for a shared secret. */
    private String hmac(JwtClaims claims) {
        try {
            JsonWebSignature signature = signature(claims, key.getKeyId(), AlgorithmIdentifiers.HMAC_SHA256);
            signature.setKey(
                    new HmacKey(key.toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8)));
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonWebSignature signature(JwtClaims claims, String keyId, String algorithm) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue(keyId);
        signature.setAlgorithmHeaderValue(algorithm);
        return signature;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
