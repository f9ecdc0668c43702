package dev.nightshift.testing;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.SourceId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Platform tokens as values of an {@code Authorization} header, signed by a key that {@link StubServer} publishes. */
public final class Tokens {
    private static final String NAME = "nightshift";
    private static final String KEY = "nightshift.test.key";
    private static final int MINUTES = 30;

    private Tokens() {}

    public static String member(MemberId id, String name, UUID... groups) {
        return person(id, name, List.of("member"), groups);
    }

    public static String admin(MemberId id, String name, UUID... groups) {
        return person(id, name, List.of("member", "admin"), groups);
    }

    /** {@code service} is the name of a module, such as {@code runner-service}. */
    public static String service(String service) {
        JwtClaims claims = claims("service", service, List.of("service"));
        claims.setStringClaim("name", service);
        return bearer(claims);
    }

    /** {@code sources} absent: every source, as the organisation has. */
    public static String run(
            RunId run,
            AgentId agent,
            SessionId session,
            ActingFor actingFor,
            @Nullable Collection<SourceId> sources,
            Collection<String> actions) {
        JwtClaims claims = claims("run", run.toString(), List.of("run"));
        claims.setStringClaim("runId", run.toString());
        claims.setStringClaim("agentId", agent.toString());
        claims.setStringClaim("sessionId", session.toString());
        claims.setClaim("actingFor", Json.mapper().convertValue(actingFor, Map.class));
        claims.setStringListClaim("memberGroups", List.of());
        claims.setStringListClaim("actions", List.copyOf(actions));
        if (sources != null) {
            claims.setStringListClaim(
                    "sources", sources.stream().map(SourceId::toString).toList());
        }
        return bearer(claims);
    }

    /** Signs any claims, for what no honest issuer would say. */
    public static String bearer(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        PublicJsonWebKey key = key();
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        try {
            return "Bearer " + signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Issuer, audience and times of a valid token. */
    public static JwtClaims claims(String kind, String subject, List<String> roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(NAME);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(MINUTES);
        claims.setGeneratedJwtId();
        claims.setStringClaim("kind", kind);
        claims.setStringListClaim("groups", roles);
        return claims;
    }

    /** The public key, as {@code /auth/jwks.json} has it. */
    static String jwks() {
        return "{\"keys\": [" + key().toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    private static String person(MemberId id, String name, List<String> roles, UUID... groups) {
        JwtClaims claims = claims("member", id.toString(), roles);
        claims.setStringClaim("name", name);
        claims.setStringListClaim(
                "memberGroups", Arrays.stream(groups).map(UUID::toString).toList());
        return bearer(claims);
    }

    /** One key a JVM, kept as text where every class loader finds it. */
    static PublicJsonWebKey key() {
        try {
            synchronized (System.getProperties()) {
                if (System.getProperty(KEY) == null) {
                    PublicJsonWebKey made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
                    made.setKeyId("test");
                    made.setAlgorithm("ES256");
                    made.setUse("sig");
                    System.setProperty(KEY, made.toJson(OutputControlLevel.INCLUDE_PRIVATE));
                }
            }
            return PublicJsonWebKey.Factory.newPublicJwk(System.getProperty(KEY));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
