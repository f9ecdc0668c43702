package dev.nightshift.agentapi.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.testing.ProviderPlay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SignInAtProviderTest.Standard.class)
class ProviderBearerTest extends OidcTest {

    @AfterEach
    void theProviderIsBack() {
        provider().away(false);
    }

    @Test
    void isTheMemberWhoSignsInWithABrowser() {
        Map<String, Object> alice = claims("Alice");
        String id = as(comesIn(alice)).get("/api/me").path("id");

        bearer(provider().token(ProviderPlay.person(alice)))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
    }

    @Test
    void needsNoBrowserBefore() {
        String token = provider().token(ProviderPlay.person(with(claims("Alice"), "groups", List.of("night-watch"))));

        bearer(token).get("/api/me").then().statusCode(200).body("role", equalTo("admin"));
        bearer(token).get("/api/sign-in-settings").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "symmetric", "foreign-key"})
    void refusesForgedTokens(String flaw) {
        bearer(provider().token(ProviderPlay.flawed(flaw, claims("Eve"))))
                .get("/api/me")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "iss, https://evil.example",
        "aud, another-client",
        "aud,",
        "exp, 1000000000",
        "exp,",
        "sub,",
        "typ, ID",
        "typ, Refresh",
        "nonce, of-an-id-token"
    })
    void refusesTokensThatAreNotMeant(String claim, String value) {
        Map<String, Object> eve =
                with(claims("Eve"), claim, value != null && claim.equals("exp") ? Long.valueOf(value) : value);

        bearer(provider().token(ProviderPlay.person(eve)))
                .get("/api/me")
                .then()
                .statusCode(401)
                .body("detail", equalTo("Sign in first."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "e30.e30.", "nsp_unknown", "not a token at all"})
    void refusesWhatIsNoToken(String token) {
        bearer(token).get("/api/me").then().statusCode(401);
    }

    @Test
    void theRulesOfSignInHoldHereToo() {
        Map<String, Object> stranger = with(claims("Stranger"), "email", "mallory@evil.org");
        Map<String, Object> unverified = with(claims("Unverified"), "email_verified", false);

        bearer(provider().token(ProviderPlay.person(stranger)))
                .get("/api/me")
                .then()
                .statusCode(401);
        bearer(provider().token(ProviderPlay.person(unverified)))
                .get("/api/me")
                .then()
                .statusCode(401);
    }

    @Test
    void aDisabledMemberIsOutWithTheNextRequest() {
        String token = provider().token(ProviderPlay.person(claims("Alice")));
        String id = bearer(token).get("/api/me").path("id");

        rows("update members set state = 'disabled' where id = '" + id + "'");

        bearer(token).get("/api/me").then().statusCode(401);
    }

    @Test
    void opaqueTokensAreAskedAbout() {
        Map<String, Object> alice = claims("Alice");

        bearer(opaque(alice, Map.of("active", true, "aud", "nightshift-web")))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("Alice"));
        bearer(opaque(alice, Map.of("active", true, "client_id", "nightshift-web")))
                .get("/api/me")
                .then()
                .statusCode(200);
    }

    @Test
    void opaqueTokensOfOthersAreRefused() {
        Map<String, Object> eve = claims("Eve");

        List.of(
                        Map.<String, Object>of("active", false, "aud", "nightshift-web"),
                        Map.<String, Object>of("active", true, "aud", "another-client", "client_id", "nightshift-web"),
                        Map.<String, Object>of("active", true, "client_id", "another-client"),
                        Map.<String, Object>of("active", true),
                        Map.<String, Object>of("active", true, "aud", "nightshift-web", "iss", "https://evil.example"),
                        Map.<String, Object>of("active", true, "aud", "nightshift-web", "token_type", "refresh_token"))
                .forEach(said -> bearer(opaque(eve, said)).get("/api/me").then().statusCode(401));
    }

    @Test
    void theProviderIsAskedOnceAMinute() {
        String token = opaque(claims("Alice"), Map.of("active", true, "aud", "nightshift-web"));
        int before = provider().count("/oauth/introspect");

        for (int i = 0; i < 5; i++) {
            bearer(token).get("/api/me").then().statusCode(200);
        }

        assertThat(provider().count("/oauth/introspect") - before).isEqualTo(1);
    }

    @Test
    void inventedKeyIdsDoNotMakeTheProviderBusy() {
        bearer(provider().token(ProviderPlay.person(claims("Alice")))).get("/api/me");
        int before = provider().count("/oauth/jwks");

        for (int i = 0; i < 20; i++) {
            String header = java.util.Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(("{\"alg\":\"RS256\",\"kid\":\"made-up-" + i + "\"}").getBytes());
            bearer(header + ".e30.c2ln").get("/api/me").then().statusCode(401);
        }

        assertThat(provider().count("/oauth/jwks") - before).isLessThanOrEqualTo(2);
    }

    @Test
    void aProviderThatIsAwayIsNoWrongToken() {
        String token = opaque(claims("Alice"), Map.of("active", true, "aud", "nightshift-web"));
        provider().away(true);

        bearer(token).get("/api/me").then().statusCode(503).header("Retry-After", equalTo("5"));
    }

    private static String opaque(Map<String, Object> claims, Map<String, Object> said) {
        Map<String, Object> introspection = new HashMap<>(said);
        introspection.put("sub", claims.get("sub"));
        introspection.putIfAbsent("iss", setting("nightshift.oidc.issuer"));
        return provider().opaque(Map.of("introspection", introspection, "userInfo", claims));
    }
}
