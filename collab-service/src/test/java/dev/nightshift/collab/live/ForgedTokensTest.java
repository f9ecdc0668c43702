package dev.nightshift.collab.live;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nightshift.collab.CollabTest;
import dev.nightshift.collab.SampleRun;
import dev.nightshift.collab.Watcher;
import dev.nightshift.testing.ForgedTokens;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgedTokensTest extends CollabTest {
    private static final String PATH = "/api/sessions";

    private static JwtClaims good() {
        JwtClaims claims = Tokens.claims("member", UUID.randomUUID().toString(), List.of("member"));
        claims.setStringClaim("name", "somebody");
        claims.setStringListClaim("memberGroups", List.of());
        return claims;
    }

    private static Response call(String authorization) {
        return given().header("Authorization", authorization).get(PATH);
    }

    @Test
    void noForgedTokenIsAcceptedAndNoneIsToldWhatIsWrongWithIt() {
        assertNotEquals(401, call(Tokens.bearer(good())).statusCode());
        String nobody = given().get(PATH).then().statusCode(401).extract().asString();

        assertAll(ForgedTokens.of(ForgedTokensTest::good).entrySet().stream().map(forged -> () -> {
            Response answer = call(forged.getValue());
            assertEquals(401, answer.statusCode(), forged.getKey());
            assertEquals(nobody, answer.asString(), forged.getKey());
            assertEquals("Bearer", answer.header("WWW-Authenticate"), forged.getKey());
        }));
    }

    @Test
    void noSocketOpensWithOne() {
        SampleRun run = SampleRun.of(ADA).queued().started();
        send(run);
        awaitHead(run.session, 2);

        ForgedTokens.of(ForgedTokensTest::good).forEach((wrong, bearer) -> {
            try (Watcher watcher = Watcher.open(bearer, run.session, 0)) {
                assertEquals(CloseCodes.SIGNED_OUT, watcher.awaitClose(), wrong);
            }
        });
    }
}
