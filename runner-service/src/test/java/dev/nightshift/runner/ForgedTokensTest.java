package dev.nightshift.runner;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nightshift.testing.ForgedTokens;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgedTokensTest extends RunnerTest {
    private static final String PATH = "/internal/runs/" + UUID.randomUUID() + "/steps";

    private static JwtClaims good() {
        JwtClaims claims = Tokens.claims("service", UUID.randomUUID().toString(), List.of("service"));
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
}
