package dev.nightshift.agentapi.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordsTest extends AgentApiTest {
    private static final String NEW = "another horse, another battery";

    @ConfigProperty(name = "nightshift.data-dir")
    Path dataDir;

    @AfterEach
    void forgetFailures() {
        pool.query("delete from sign_in_failures").execute().await().atMost(SOON);
    }

    @Test
    void whoeverKnowsTheCurrentPasswordChangesItAndAllOtherSessionsEnd() {
        Person person = person("Changer");
        String other = signIn(person.username(), PASSWORD).then().extract().cookie(COOKIE);

        change(person, PASSWORD, NEW).statusCode(204);

        person.calls().get("/api/me").then().statusCode(200);
        given().cookie(COOKIE, other).get("/api/me").then().statusCode(401);
        signIn(person.username(), PASSWORD).then().statusCode(401);
        signIn(person.username(), NEW).then().statusCode(204);
    }

    @Test
    void aWrongCurrentPasswordChangesNothingAndIsLimited() {
        Person person = person("Guesser");
        for (int i = 0; i < 10; i++) {
            change(person, "guess " + i, NEW).statusCode(400).body("errors.field", contains("currentPassword"));
        }

        change(person, PASSWORD, NEW).statusCode(429).header("Retry-After", Integer::parseInt, greaterThan(0));
        signIn(person.username(), PASSWORD).then().statusCode(204);
    }

    @Test
    void whatStrangersTryDoesNotKeepAnybodyFromChangingIt() {
        Person person = person("Victim");
        for (int i = 0; i <= 10; i++) {
            signIn(person.username(), "guess " + i);
        }

        change(person, PASSWORD, NEW).statusCode(204);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        Person person = person("Hasty");

        person.calls(Map.of("newPassword", "short", "role", "admin"))
                .post("/api/me/password")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("currentPassword", "newPassword", "role"));
        change(person, PASSWORD, "1234567").statusCode(400).body("errors.field", contains("newPassword"));
        change(person, PASSWORD, "x".repeat(1025)).statusCode(400).body("errors.field", contains("newPassword"));
        change(person, PASSWORD, "        ").statusCode(400).body("errors.field", contains("newPassword"));
    }

    @Test
    void theLongestAndTheStrangestPasswordsWork() {
        Person person = person("Poet");
        String strange = "p\u00e4ssw\u00f6rt \ud83d\udd11 ".repeat(92).strip();

        change(person, PASSWORD, strange).statusCode(204);

        assertThat(strange.codePointCount(0, strange.length())).isGreaterThan(1000);
        signIn(person.username(), strange).then().statusCode(204);
        signIn(person.username(), strange.substring(1)).then().statusCode(401);
    }

    @Test
    void aPasswordIsTheSameHoweverAKeyboardComposesIt() {
        Person person = person("Traveller");
        change(person, PASSWORD, "\u00fcber alle Berge").statusCode(204);

        signIn(person.username(), "u\u0308ber alle Berge").then().statusCode(204);
        signIn(person.username(), "uber alle Berge").then().statusCode(401);
    }

    @Test
    void aResetShowsANewPasswordOnceAndEndsAllSessions() {
        Person person = person("Locked");

        String fresh = admin().post("/api/members/" + person.id() + "/reset-password")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .path("password");

        assertThat(fresh.length()).isGreaterThanOrEqualTo(20);
        person.calls().get("/api/me").then().statusCode(401);
        signIn(person.username(), PASSWORD).then().statusCode(401);
        signIn(person.username(), fresh).then().statusCode(204);
        assertThat(auditTexts()).contains("password.reset").doesNotContain(fresh);
    }

    @Test
    void onlyAdminsResetAndNotTheirOwn() {
        Person person = person("Plain");

        person.calls()
                .post("/api/members/" + adminId() + "/reset-password")
                .then()
                .statusCode(403);
        admin().post("/api/members/" + adminId() + "/reset-password").then().statusCode(409);
        admin().post("/api/members/" + UUID.randomUUID() + "/reset-password")
                .then()
                .statusCode(404);
        admin(Map.of("password", "mine"))
                .post("/api/members/" + person.id() + "/reset-password")
                .then()
                .statusCode(400);
        person.calls().get("/api/me").then().statusCode(200);
    }

    @Test
    void theFileWithTheFirstPasswordGoesWhenTheFirstAdminChangesIt() throws Exception {
        Files.createDirectories(dataDir);
        Path file = Files.writeString(dataDir.resolve("admin-password"), PASSWORD);
        Person person = person("Other");
        change(person, PASSWORD, NEW).statusCode(204);
        assertThat(file).exists();

        admin(Map.of("currentPassword", PASSWORD, "newPassword", NEW))
                .post("/api/me/password")
                .then()
                .statusCode(204);

        assertThat(file).doesNotExist();
        admin(Map.of("currentPassword", NEW, "newPassword", PASSWORD))
                .post("/api/me/password")
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse change(Person person, String current, String wanted) {
        return person.calls(Map.of("currentPassword", current, "newPassword", wanted))
                .post("/api/me/password")
                .then();
    }

    private String auditTexts() {
        return pool.query("select string_agg(action || ' ' || detail::text, '; ') as all from audit_entries")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getString("all");
    }
}
