package dev.nightshift.agentapi.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.testing.ForgedTokens;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** Tokens that only look like ours, at the service that has the keys. */
@QuarkusTest
class ForgedTokensTest extends AgentApiTest {
    @Inject
    PlatformTokens tokens;

    @Inject
    SigningKeys keys;

    private EllipticCurveJsonWebKey key() {
        SigningKey active = keys.active().await().atMost(SOON);
        EllipticCurveJsonWebKey key = new EllipticCurveJsonWebKey(active.publicKey());
        key.setPrivateKey(active.privateKey());
        key.setKeyId(active.id().toString());
        return key;
    }

    private static JwtClaims service() {
        JwtClaims claims = Tokens.claims("service", "runner-service", List.of("service"));
        claims.setStringClaim("name", "runner-service");
        return claims;
    }

    private static Response call(String authorization) {
        return given().header("Authorization", authorization).get("/internal/sessions/" + UUID.randomUUID());
    }

    @Test
    void noForgedTokenIsAcceptedAndNoneIsToldWhatIsWrongWithIt() {
        String nobody = given().get("/internal/sessions/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .extract()
                .asString();

        ForgedTokens.of(ForgedTokensTest::service, key()).forEach((wrong, authorization) -> {
            Response answer = call(authorization);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
            assertThat(answer.asString()).as(wrong).isEqualTo(nobody);
            assertThat(given().header("Authorization", authorization)
                            .get("/api/sessions")
                            .statusCode())
                    .as(wrong + ", at the door")
                    .isEqualTo(401);
        });
        assertThat(call(Tokens.bearer(service())).statusCode())
                .as("signed by somebody else")
                .isEqualTo(401);
    }

    /** It was made for the other services: here, what the member came with counts, and that can be revoked. */
    @Test
    void thePlatformTokenOfAMemberIsOfNoUseAtTheDoor() {
        String stolen = tokens.sign(new MemberCaller(adminId(), "Administrator", true, Set.of()))
                .await()
                .atMost(SOON)
                .bearer();

        given().header("Authorization", stolen).get("/api/me").then().statusCode(401);
        given().header("Authorization", stolen).get("/api/sessions").then().statusCode(401);
        given().header("Authorization", stolen)
                .post("/api/signing-keys/rotate")
                .then()
                .statusCode(401);
    }
}
