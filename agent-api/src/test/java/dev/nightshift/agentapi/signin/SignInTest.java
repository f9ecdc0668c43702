package dev.nightshift.agentapi.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest extends AgentApiTest {
    @Inject
    PlatformTokens tokens;

    @Test
    void theFirstAdminSignsInAndGetsAnOpaqueCookieOutOfReachOfScripts() {
        Cookie cookie =
                signIn("Admin", PASSWORD).then().statusCode(204).extract().detailedCookie(COOKIE);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isPositive();
        given().cookie(COOKIE, cookie.getValue())
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("admin"))
                .body("role", equalTo("admin"))
                .body("state", equalTo("active"))
                .body("id", notNullValue());
    }

    @Test
    void neitherPasswordNorCookieIsStoredAsItIs() {
        String cookie = signIn("admin", PASSWORD).then().extract().cookie(COOKIE);

        String stored = pool.query("select string_agg(m.password_hash, ' ') || ' ' ||"
                        + " (select string_agg(encode(token_hash, 'escape'), ' ') from browser_sessions) as all"
                        + " from members m")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getString("all");

        assertThat(stored).startsWith("$argon2id$").doesNotContain(PASSWORD).doesNotContain(cookie);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreTheSameProblem() {
        String wrong = signIn("admin", "wrong password")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        String unknown = signIn("nobody-" + UUID.randomUUID(), PASSWORD)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .extract()
                .asString();

        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void allMissingFieldsAreNamedAtOnce() {
        given().contentType(ContentType.JSON)
                .body(Map.of("password", 1, "remember", true))
                .post("/auth/login")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("username", "password", "remember"));
    }

    @Test
    void signingOutEndsTheSession() {
        String cookie = signIn("admin", PASSWORD).then().extract().cookie(COOKIE);

        given().cookie(COOKIE, cookie).post("/auth/logout").then().statusCode(204);

        given().cookie(COOKIE, cookie).get("/api/me").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void anIdleSessionIsOver() {
        Person person = person("Idle");
        pool.preparedQuery("update browser_sessions set last_seen_at = now() - interval '8 days' where member_id = $1")
                .execute(Tuple.of(person.id().value()))
                .await()
                .atMost(SOON);

        person.calls().get("/api/me").then().statusCode(401);
    }

    @Test
    void aDisabledMemberIsSignedOutAtOnce() {
        Person person = person("Leaver");
        pool.preparedQuery("update members set state = 'disabled' where id = $1")
                .execute(Tuple.of(person.id().value()))
                .await()
                .atMost(SOON);

        person.calls().get("/api/me").then().statusCode(401);
        signIn(person.username(), PASSWORD).then().statusCode(401);
    }

    @Test
    void nobodyIsAProblem() {
        given().get("/api/agents").then().statusCode(401).contentType("application/problem+json");
        given().cookie(COOKIE, "made up").get("/api/agents").then().statusCode(401);
    }

    @Test
    void aMembersPlatformTokenIsForTheOtherServicesAndForgedOnesForNobody() {
        MemberId id = adminId();
        String ours = tokens.sign(new MemberCaller(id, "Administrator", true, Set.of()))
                .await()
                .atMost(SOON)
                .bearer();

        for (String token : List.of(ours, Tokens.admin(id, "Forged"), ours.substring(0, ours.length() - 4) + "AAAA")) {
            given().header("Authorization", token)
                    .get("/api/me")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void whatAClientNeedsBeforeSignInIsPublic() {
        given().get("/api/config")
                .then()
                .statusCode(200)
                .body("signInMode", equalTo("accounts"))
                .body("features.agents", equalTo(true))
                .body("defaultTimezone", notNullValue())
                .body("defaultModel", equalTo("runbook"))
                .body("version", notNullValue());
    }
}
