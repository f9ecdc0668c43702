package dev.nightshift.agentapi.token;

import dev.nightshift.service.token.Claims;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Checks a platform token against the own key, as the other services do over JWKS. */
@ApplicationScoped
public class OwnTokens {
    private static final int SKEW_SECONDS = 5;

    private final SigningKeys keys;

    OwnTokens(SigningKeys keys) {
        this.keys = keys;
    }

    /** Who the token speaks of; fails with {@link AuthenticationFailedException} for anything but a valid token. */
    public Uni<SecurityIdentity> identity(String token) {
        return keys.active().map(key -> check(key, token));
    }

    private static SecurityIdentity check(SigningKey key, String token) {
        try {
            JwtClaims claims = consumer(key).processToClaims(token);
            claims.setStringClaim("raw_token", token);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                    .addRoles(new HashSet<>(claims.getStringListClaimValue("groups")))
                    .build();
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new AuthenticationFailedException("not a valid platform token");
        }
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
