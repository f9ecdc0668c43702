package dev.nightshift.agentapi.token;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;

/** The public keys that platform tokens can be checked with. */
@Path("/auth/jwks.json")
@PermitAll
@Tag(name = "identity")
class KeysResource {
    private final SigningKeys keys;

    KeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** A JSON Web Key Set (RFC 7517). */
    record KeySet(List<Map<String, Object>> keys) {}

    @GET
    @Operation(summary = "Public keys of platform tokens", operationId = "getKeys")
    public Uni<KeySet> get() {
        return keys.ring()
                .map(ring -> new KeySet(
                        ring.published().stream().map(KeysResource::publicHalf).toList()));
    }

    private static Map<String, Object> publicHalf(SigningKey key) {
        EllipticCurveJsonWebKey jwk = new EllipticCurveJsonWebKey(key.publicKey());
        jwk.setKeyId(key.id().toString());
        jwk.setUse("sig");
        jwk.setAlgorithm("ES256");
        return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
