package dev.nightshift.agentapi.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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

    private List<String> groups(String member) {
        return rows("select g.name from group_members m join groups g on g.id = m.group_id where m.member_id = '"
                        + member + "' order by g.name")
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
