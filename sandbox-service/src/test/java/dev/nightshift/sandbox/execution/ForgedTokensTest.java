package dev.nightshift.sandbox.execution;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.Json;
import dev.nightshift.testing.ForgedTokens;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = NightshiftTestStack.class,
        initArgs = @ResourceArg(name = "nightshift.sandbox.max-live", value = "3"))
class ForgedTokensTest {
    private final TestRun run = TestRun.next();

    private JwtClaims good() {
        JwtClaims claims = Tokens.claims("run", run.id().toString(), List.of("run"));
        claims.setStringClaim("runId", run.id().toString());
        claims.setStringClaim("agentId", UUID.randomUUID().toString());
        claims.setStringClaim("sessionId", run.session().toString());
        claims.setClaim("actingFor", Json.mapper().convertValue(ActingFor.organisation(), Map.class));
        claims.setStringListClaim("memberGroups", List.of());
        claims.setStringListClaim("actions", List.of("run_bash"));
        return claims;
    }

    private Response release(String authorization) {
        return given().header("Authorization", authorization).delete("/internal/sandboxes/" + run.id() + "?fence=1");
    }

    @Test
    void noForgedTokenIsAcceptedAndNoneIsToldWhatIsWrongWithIt() {
        release(Tokens.bearer(good())).then().statusCode(204);
        String nobody = given().delete("/internal/sandboxes/" + run.id() + "?fence=1")
                .then()
                .statusCode(401)
                .extract()
                .asString();

        assertAll(ForgedTokens.of(this::good).entrySet().stream().map(forged -> () -> {
            Response answer = release(forged.getValue());
            assertEquals(401, answer.statusCode(), forged.getKey());
            assertEquals(nobody, answer.asString(), forged.getKey());
        }));
    }

    @Test
    void theTokenOfARunIsOfNoUseForAnother() {
        given().header("Authorization", TestRun.next().token())
                .delete("/internal/sandboxes/" + run.id() + "?fence=1")
                .then()
                .statusCode(404);
    }
}
