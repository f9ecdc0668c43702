package dev.nightshift.agentapi.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** OAuth 2 without ID tokens: the account and its addresses are asked for. */
@QuarkusTest
@TestProfile(GithubTest.Github.class)
class GithubTest extends OidcTest {

    /** An Enterprise server. */
    public static final class Github extends SignsInThere {
        @Override
        Map<String, String> settings() {
            return Map.of(
                    "base", "/gh",
                    "nightshift.oidc.provider", "github",
                    "nightshift.oidc.allowed-domains", "example.com",
                    "nightshift.oidc.admins", "Boss@example.com");
        }
    }

    @Test
    void thePrimaryAddressCounts() {
        Response answer = signIn(account("alice@example.com", true), "/agents");

        assertThat(answer.header("Location")).isEqualTo("/agents");
        as(answer.cookie(COOKIE))
                .get("/api/me")
                .then()
                .body("email", equalTo("alice@example.com"))
                .body("name", equalTo("Octo Cat"))
                .body("role", equalTo("member"));
    }

    @Test
    void anAddressThatIsNotPrimaryOrNotVerifiedDoesNot() {
        isTurnedAway(signIn(account("mallory@evil.org", true), "/"), "domain_not_allowed");
        isTurnedAway(signIn(account("mallory@example.com", false), "/"), "email_not_verified");
    }

    @Test
    void adminsAreNamedByAddress() {
        Response answer = signIn(account("boss@example.com", true), "/");

        as(answer.cookie(COOKIE)).get("/api/me").then().body("role", equalTo("admin"));
    }

    @Test
    void asksForPkceAndTheAddresses() {
        assertThat(begin("/").address())
                .contains("/gh/login/oauth/authorize?", "scope=read%3Auser+user%3Aemail", "code_challenge=");
    }

    @Test
    void aTokenOfThisClientIsGoodAndOneOfAnotherIsNot() {
        Map<String, Object> ours = account("alice@example.com", true);
        Map<String, Object> foreign = new HashMap<>(ours);
        foreign.remove("application");

        bearer(provider().opaque(ours)).get("/api/me").then().statusCode(200);
        bearer(provider().opaque(foreign)).get("/api/me").then().statusCode(401);
    }

    @Test
    void thereIsNoPageToSignOutAt() {
        String cookie = signIn(account("alice@example.com", true), "/").cookie(COOKIE);

        as(cookie).post("/auth/logout").then().statusCode(204);
    }

    private static Map<String, Object> account(String primary, boolean verified) {
        int id = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        return new HashMap<>(Map.of(
                "user", Map.of("id", id, "login", "octo-" + id, "name", "Octo Cat", "email", "shown@example.com"),
                "emails",
                        List.of(
                                Map.of("email", "second@example.com", "primary", false, "verified", true),
                                Map.of("email", primary, "primary", true, "verified", verified)),
                "application", Map.of("app", Map.of("client_id", "nightshift-web"))));
    }
}
