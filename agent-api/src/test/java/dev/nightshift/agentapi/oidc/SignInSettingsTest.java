package dev.nightshift.agentapi.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the platform says about how people sign in, and the test button of the admins. */
@QuarkusTest
@TestProfile(SignInAtProviderTest.Standard.class)
class SignInSettingsTest extends OidcTest {

    @AfterEach
    void theProviderIsBack() {
        provider().away(false);
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
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> as(admin)
                        .post("/api/sign-in-settings/test")
                        .then()
                        .statusCode(200)
                        .body("ok", equalTo(false))
                        .body("steps[0].name", equalTo("discovery"))
                        .body("steps[1]", nullValue()));
    }
}
