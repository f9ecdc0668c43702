package dev.nightshift.agentapi.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.testing.ProviderPlay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody tampers with a sign-in at the provider: with its tokens, its state, its code, or the browser's cookies. */
@QuarkusTest
@TestProfile(SignInAtProviderTest.Standard.class)
class AttackedSignInTest extends OidcTest {

    @ParameterizedTest
    @ValueSource(strings = {"none", "symmetric", "foreign-key", "nonce", "no-id-token"})
    void refusesForgedIdTokens(String flaw) {
        isTurnedAway(signIn(ProviderPlay.flawed(flaw, claims("Eve")), "/"), "failed");
    }

    @ParameterizedTest
    @CsvSource({"iss, https://evil.example", "aud, another-client", "exp, 1000000000", "sub,"})
    void refusesIdTokensThatAreNotMeant(String claim, String value) {
        Map<String, Object> eve = with(claims("Eve"), claim, "exp".equals(claim) ? Long.valueOf(value) : value);

        isTurnedAway(signIn(ProviderPlay.person(eve), "/"), "failed");
    }

    @Test
    void aCallbackThatNobodyBeganIsRefused() {
        isTurnedAway(browser().get("/auth/oidc/callback?code=x&state=y"), "failed");
        isTurnedAway(browser().get("/auth/oidc/callback"), "failed");
    }

    @Test
    void aCallbackInAnotherBrowserIsRefused() {
        String callback = provider().agree(begin("/").address(), ProviderPlay.person(claims("Eve")));

        isTurnedAway(browser().urlEncodingEnabled(false).get(callback), "failed");
        isTurnedAway(comeBack(begin("/"), callback), "failed");
    }

    @Test
    void aTamperedStateIsRefused() {
        Begun begun = begin("/");
        String callback = provider().agree(begun.address(), ProviderPlay.person(claims("Alice")));

        isTurnedAway(comeBack(begun, callback.replaceAll("state=.", "state=z")), "failed");
        isTurnedAway(comeBack(begun, callback + "&state=another"), "failed");
    }

    @Test
    void aCodeIsGoodOnce() {
        Begun begun = begin("/");
        String callback = provider().agree(begun.address(), ProviderPlay.person(claims("Alice")));
        comeBack(begun, callback).then().cookie(COOKIE);

        isTurnedAway(comeBack(begun, callback), "failed");
    }

    @Test
    void aCodeOfSomebodyElseIsRefused() {
        Begun victim = begin("/");
        Begun attacker = begin("/");
        String stolen = provider().agree(victim.address(), ProviderPlay.person(claims("Victim")));
        String code = stolen.replaceAll(".*code=([^&]+).*", "$1");
        String own = provider().agree(attacker.address(), ProviderPlay.person(claims("Eve")));

        isTurnedAway(comeBack(attacker, own.replaceAll("code=[^&]+", "code=" + code)), "failed");
    }

    @Test
    void aSessionThatTheBrowserHadIsNotTakenUp() {
        String fixed = comesIn(claims("Eve"));
        Begun begun = begin("/");
        String callback = provider().agree(begun.address(), ProviderPlay.person(claims("Alice")));

        Response answer = browser()
                .cookies(begun.cookies())
                .cookie(COOKIE, fixed)
                .urlEncodingEnabled(false)
                .get(callback);

        assertThat(answer.cookie(COOKIE)).isNotEqualTo(fixed);
        as(fixed).get("/api/me").then().statusCode(401);
        as(answer.cookie(COOKIE)).get("/api/me").then().body("name", equalTo("Alice"));
    }

    @Test
    void aSessionCookieOfTheLibraryOpensNothing() {
        String name = begin("/").cookies().asList().stream()
                .map(Cookie::getName)
                .filter(cookie -> cookie.startsWith("q_auth_"))
                .findFirst()
                .orElseThrow()
                .replaceAll("q_auth_([^_]+)_.*", "q_session_$1");

        given().cookie(name, "none").get("/api/me").then().statusCode(401);
        isTurnedAway(browser().cookie(name, "none").get("/auth/oidc/callback"), "failed");
    }
}
