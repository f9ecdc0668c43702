package dev.nightshift.agentapi.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.ProviderPlay;
import dev.nightshift.testing.ScriptedProvider;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** What tests of sign-in at a provider share: a browser, and people at the provider. */
abstract class OidcTest {
    static final String COOKIE = "nightshift_session";

    @Inject
    Pool pool;

    /** A service whose people sign in at the scripted provider. */
    abstract static class SignsInThere implements QuarkusTestProfile {
        /** Settings beside the provider's address and client; {@code base} chooses how it behaves. */
        abstract Map<String, String> settings();

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(NightshiftTestStack.class, Map.of()),
                    new TestResourceEntry(ScriptedProvider.class, settings()));
        }
    }

    static ProviderPlay provider() {
        return new ProviderPlay(ConfigProvider.getConfig().getValue("nightshift.test.provider", String.class));
    }

    static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** A verified person of the domain that the tests allow. */
    static Map<String, Object> claims(String name) {
        String unique = name + "-" + UUID.randomUUID();
        return new HashMap<>(Map.of(
                "sub",
                unique,
                "preferred_username",
                unique,
                "name",
                name,
                "email",
                unique + "@example.com",
                "email_verified",
                true,
                "groups",
                List.of()));
    }

    static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> other = new HashMap<>(claims);
        other.put(name, value);
        return other;
    }

    /** A sign-in that has begun: where the browser was sent, and the cookies it got. */
    record Begun(String address, Cookies cookies) {}

    static RequestSpecification browser() {
        return given().redirects().follow(false);
    }

    static Begun begin(String to) {
        Response answer = browser().queryParam("to", to).get("/auth/oidc/login");
        answer.then().statusCode(302);
        return new Begun(answer.header("Location"), answer.detailedCookies());
    }

    static Response comeBack(Begun begun, String callback) {
        return browser().cookies(begun.cookies()).urlEncodingEnabled(false).get(callback);
    }

    /** The whole way; the answer is that of the callback. */
    static Response signIn(Map<String, Object> person, String to) {
        Begun begun = begin(to);
        return comeBack(begun, provider().agree(begun.address(), person));
    }

    /** The session cookie of somebody who comes in. */
    static String comesIn(Map<String, Object> claims) {
        Response answer = signIn(ProviderPlay.person(claims), "/");
        assertThat(answer.header("Location")).isEqualTo("/");
        return answer.cookie(COOKIE);
    }

    static void isTurnedAway(Response answer, String error) {
        answer.then().statusCode(302);
        assertThat(answer.header("Location")).isEqualTo("/sign-in?error=" + error);
        assertThat(answer.cookie(COOKIE)).isNull();
    }

    static RequestSpecification as(String cookie) {
        return given().cookie(COOKIE, cookie);
    }

    static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    List<Row> rows(String sql) {
        return pool.query(sql).execute().await().atMost(Duration.ofSeconds(10)).stream()
                .toList();
    }
}
