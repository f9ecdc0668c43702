package dev.nightshift.agentapi.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.nightshift.testing.ProviderPlay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SignInAtProviderTest.Standard.class)
class SignInAtProviderTest extends OidcTest {

    /** A provider that keeps to the standard. */
    public static final class Standard extends SignsInThere {
        @Override
        Map<String, String> settings() {
            return Map.of(
                    "nightshift.oidc.allowed-domains", "example.com",
                    "nightshift.oidc.admin-group", "night-watch");
        }
    }

    @AfterEach
    void theProviderIsBack() {
        provider().away(false);
    }

    @Test
    void opensASessionOfItsOwnAndLeavesNoOtherCookie() {
        Map<String, Object> alice = claims("Alice");

        Response answer = signIn(ProviderPlay.person(alice), "/agents?type=org");

        answer.then().statusCode(302);
        assertThat(answer.header("Location")).isEqualTo("/agents?type=org");
        List<Cookie> kept = StreamSupport.stream(answer.detailedCookies().spliterator(), false)
                .filter(cookie -> cookie.getMaxAge() != 0)
                .toList();
        assertThat(kept).extracting(Cookie::getName).containsExactly(COOKIE);
        assertThat(kept.getFirst().isHttpOnly()).isTrue();
        as(answer.cookie(COOKIE))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("username", equalTo(alice.get("preferred_username")))
                .body("name", equalTo("Alice"))
                .body("email", equalTo(alice.get("email")))
                .body("role", equalTo("member"));
    }

    @Test
    void isTheSameMemberNextTime() {
        Map<String, Object> alice = claims("Alice");
        String first = as(comesIn(alice)).get("/api/me").path("id");

        String next = as(comesIn(with(alice, "name", "Alice B"))).get("/api/me").path("id");

        assertThat(next).isEqualTo(first);
    }

    @Test
    void takesOverNoAccountByNameOrAddress() {
        Map<String, Object> alice = claims("Alice");
        String hers = as(comesIn(alice)).get("/api/me").path("id");

        String other = as(comesIn(with(alice, "sub", "somebody-else-" + alice.get("sub"))))
                .get("/api/me")
                .path("id");
        String named = as(comesIn(with(claims("Eve"), "preferred_username", "admin")))
                .get("/api/me")
                .path("role");

        assertThat(other).isNotEqualTo(hers);
        assertThat(named).isEqualTo("member");
    }

    @Test
    void goesToTheProviderWithPkceStateAndNonce() {
        Begun begun = begin("/");

        assertThat(begun.address())
                .startsWith(setting("nightshift.test.provider") + "/oauth/authorize?")
                .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "scope=openid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "/%2Fevil.example",
                "javascript:alert(1)",
                "\\\\evil.example",
                "/a\r\nSet-Cookie:x=y",
                "/auth/oidc/login"
            })
    void sendsNobodyToAnotherSite(String to) {
        assertThat(signIn(ProviderPlay.person(claims("Alice")), to).header("Location"))
                .isEqualTo("/");
    }

    @Test
    void aTargetInACookieIsCheckedAgain() {
        Begun begun = begin("/agents");
        Cookies forged = new Cookies(StreamSupport.stream(begun.cookies().spliterator(), false)
                .map(cookie -> cookie.getName().startsWith("nightshift_to_")
                        ? new Cookie.Builder(cookie.getName(), "%2F%2Fevil.example").build()
                        : cookie)
                .toList());

        Response answer = comeBack(
                new Begun(begun.address(), forged),
                provider().agree(begun.address(), ProviderPlay.person(claims("Alice"))));

        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "alice@example.com.evil.org, true, domain_not_allowed",
        "alice@sub.example.com, true, domain_not_allowed",
        "alice@notexample.com, true, domain_not_allowed",
        "alice@xn--exmple-cua.com, true, domain_not_allowed",
        "alice@exаmple.com, true, email_not_verified",
        "alice@evil.org@example.com, true, email_not_verified",
        "alice@example.com, false, email_not_verified",
        "alice@example.com, , email_not_verified"
    })
    void turnsAwayOthers(String email, String verified, String error) {
        Map<String, Object> stranger = with(claims("Stranger"), "email", email);
        stranger.put("email_verified", verified == null ? null : Boolean.valueOf(verified));

        isTurnedAway(signIn(ProviderPlay.person(stranger), "/"), error);
    }

    @Test
    void writesDownWhoWasTurnedAway() {
        Map<String, Object> stranger = with(claims("Stranger"), "email", "mallory@evil.org");
        stranger.put("email_verified", true);
        signIn(ProviderPlay.person(stranger), "/");

        assertThat(rows("select detail::text from audit_entries where action = 'session.refused'"))
                .anySatisfy(row -> assertThat(row.getString(0)).contains("mallory@evil.org", "domain_not_allowed"));
    }

    @Test
    void theDomainIsComparedWithoutCase() {
        Map<String, Object> alice = claims("Alice");

        comesIn(with(alice, "email", alice.get("sub") + "@EXAMPLE.com"));
    }

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

    @Test
    void goingBackIsNoFailure() {
        isTurnedAway(browser().get("/auth/oidc/callback?error=access_denied&state=x"), "cancelled");
        isTurnedAway(browser().get("/auth/oidc/callback?error=server_error"), "provider_unavailable");
        isTurnedAway(browser().get("/auth/oidc/callback?error=%3Cscript%3E"), "failed");
    }

    @Test
    void aProviderThatIsAwayStopsNoSessionThatIsThere() {
        String cookie = comesIn(claims("Alice"));
        Begun begun = begin("/");
        String callback = provider().agree(begun.address(), ProviderPlay.person(claims("Bob")));
        provider().away(true);

        isTurnedAway(comeBack(begun, callback), "provider_unavailable");
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(15))
                .untilAsserted(() -> isTurnedAway(browser().get("/auth/oidc/login"), "provider_unavailable"));
        as(cookie).get("/api/me").then().statusCode(200);
        as(cookie).post("/auth/logout").then().statusCode(200);
    }

    @Test
    void aDisabledAccountStaysOut() {
        Map<String, Object> alice = claims("Alice");
        String id = as(comesIn(alice)).get("/api/me").path("id");
        rows("update members set state = 'disabled' where id = '" + id + "'");

        isTurnedAway(signIn(ProviderPlay.person(alice), "/"), "account_disabled");
    }

    @Test
    void adminsAreThoseOfTheGroupAtTheirLastSignIn() {
        Map<String, Object> alice = with(claims("Alice"), "groups", List.of("night-watch", "everyone"));

        as(comesIn(alice)).get("/api/me").then().body("role", equalTo("admin"));
        as(comesIn(with(alice, "groups", List.of("everyone"))))
                .get("/api/me")
                .then()
                .body("role", equalTo("member"));
    }

    @Test
    void groupsAreThoseOfTheLastSignIn() {
        Map<String, Object> alice = with(claims("Alice"), "groups", List.of("moon", "stars"));
        String id = as(comesIn(alice)).get("/api/me").path("id");
        assertThat(groups(id)).containsExactly("moon", "stars");

        comesIn(with(alice, "groups", List.of("stars", "sun")));

        assertThat(groups(id)).containsExactly("stars", "sun");
    }

    @Test
    void whatTheTokenLeavesOutIsAskedFor() {
        Map<String, Object> alice = claims("Alice");
        Map<String, Object> person = ProviderPlay.person(Map.of("sub", alice.get("sub")));
        person.put("userInfo", alice);

        as(signIn(person, "/").cookie(COOKIE)).get("/api/me").then().body("email", equalTo(alice.get("email")));
    }

    @Test
    void anAnswerAboutSomebodyElseIsNotUsed() {
        Map<String, Object> person = ProviderPlay.person(Map.of("sub", "mallory"));
        person.put("userInfo", claims("Alice"));

        isTurnedAway(signIn(person, "/"), "email_not_verified");
    }

    @Test
    void signsOutAtTheProviderToo() {
        String cookie = comesIn(claims("Alice"));

        String url =
                as(cookie).post("/auth/logout").then().statusCode(200).extract().path("logoutUrl");

        assertThat(url)
                .startsWith(setting("nightshift.test.provider") + "/oauth/logout?")
                .contains("id_token_hint=ey", "client_id=nightshift-web", "post_logout_redirect_uri=");
        as(cookie).get("/api/me").then().statusCode(401);
        given().post("/auth/logout").then().statusCode(204);
    }

    @Test
    void keysThatWereChangedAreFound() {
        comesIn(claims("Alice"));
        provider().rotateKeys();

        comesIn(claims("Bob"));
    }

    @Test
    void saysHowPeopleSignIn() {
        given().get("/api/config")
                .then()
                .body("signInMode", equalTo("oidc"))
                .body("provider.name", equalTo("127.0.0.1"));
        given().contentType("application/json")
                .body(Map.of("username", "admin", "password", "whatever it is"))
                .post("/auth/login")
                .then()
                .statusCode(404);
    }

    @Test
    void adminsSeeWhatIsSetAndNoSecret() {
        String admin = comesIn(with(claims("Alice"), "groups", List.of("night-watch")));

        String shown = as(admin)
                .get("/api/sign-in-settings")
                .then()
                .statusCode(200)
                .body("mode", equalTo("oidc"))
                .body("provider.preset", equalTo("standard"))
                .body("provider.clientSecretSet", equalTo(true))
                .body("provider.people.allowedDomains", equalTo(List.of("example.com")))
                .body("provider.people.adminGroup", equalTo("night-watch"))
                .extract()
                .asString();

        assertThat(shown).doesNotContain("the client's secret");
        as(comesIn(claims("Bob"))).get("/api/sign-in-settings").then().statusCode(403);
    }

    @Test
    void theTestButtonSaysWhatIsWrong() {
        String admin = comesIn(with(claims("Alice"), "groups", List.of("night-watch")));

        as(admin)
                .post("/api/sign-in-settings/test")
                .then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("steps.name", equalTo(List.of("discovery", "keys", "client")));

        provider().away(true);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(15))
                .untilAsserted(() -> as(admin)
                        .post("/api/sign-in-settings/test")
                        .then()
                        .statusCode(200)
                        .body("ok", equalTo(false))
                        .body("steps[0].name", equalTo("discovery"))
                        .body("steps[1]", nullValue()));
    }

    private List<String> groups(String member) {
        return rows("select g.name from group_members m join groups g on g.id = m.group_id where m.member_id = '"
                        + member + "' order by g.name")
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
