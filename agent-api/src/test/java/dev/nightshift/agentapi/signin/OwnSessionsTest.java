package dev.nightshift.agentapi.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.member.Members;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnSessionsTest extends AgentApiTest {
    @Inject
    BrowserSessions sessions;

    @Inject
    Members members;

    @Test
    void everySignInGetsACookieOfItsOwnAndEndsTheSessionOfTheBrowserBefore() {
        Person person = person("Fixed");
        String planted = "planted-by-somebody-else";

        String first = signInWith(planted, person);
        String second = signInWith(first, person);

        assertThat(List.of(first, second))
                .doesNotContain(planted, person.cookie())
                .doesNotHaveDuplicates();
        status(planted, 401);
        status(first, 401);
        status(second, 200);
        status(person.cookie(), 200);
    }

    @Test
    void aWrongPasswordLeavesTheSessionAsItIs() {
        Person person = person("Clumsy");

        person.calls(Map.of("username", person.username(), "password", "wrong"))
                .post("/auth/login")
                .then()
                .statusCode(401);

        status(person.cookie(), 200);
    }

    @Test
    void theListSaysWhereAndMarksTheOneThatAsks() {
        Person person = person("Lister");
        given().contentType(ContentType.JSON)
                .header("User-Agent", "Browser of the test")
                .body(Map.of("username", person.username(), "password", PASSWORD))
                .post("/auth/login")
                .then()
                .statusCode(204);

        person.calls()
                .get("/api/me/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.current", contains(false, true))
                .body("items[0].userAgent", equalTo("Browser of the test"))
                .body("items[0].address", equalTo("127.0.0.1"))
                .body("items[0].keySet().containsAll(['id', 'createdAt', 'lastSeenAt', 'expiresAt'])", equalTo(true))
                .body("nextCursor", equalTo(null));
        String cursor = person.calls()
                .get("/api/me/sessions?limit=1")
                .then()
                .statusCode(200)
                .body("items.current", contains(false))
                .extract()
                .path("nextCursor");
        person.calls().get("/api/me/sessions?limit=1&cursor=" + cursor).then().body("items.current", contains(true));
    }

    @Test
    void neitherHashNorTokenIsInTheList() {
        Person person = person("Careful");

        String list = person.calls().get("/api/me/sessions").asString();

        assertThat(list).doesNotContain(person.cookie()).doesNotContain("hash");
    }

    @Test
    void oneSessionIsEndedAndOnlyTheMembersOwn() {
        Person person = person("Owner");
        Person other = person("Stranger");
        String second = cookie(person);
        String id = person.calls().get("/api/me/sessions").then().extract().path("items.find { !it.current }.id");

        other.calls().delete("/api/me/sessions/" + id).then().statusCode(404);
        status(second, 200);
        person.calls().delete("/api/me/sessions/" + id).then().statusCode(204);
        person.calls().delete("/api/me/sessions/" + id).then().statusCode(404);
        person.calls().delete("/api/me/sessions/nonsense").then().statusCode(404);
        status(second, 401);
        status(person.cookie(), 200);
        assertThat(audited("session.revoked", person.id().value())).isEqualTo(1);
    }

    @Test
    void allOthersAreEndedAtOnce() {
        Person person = person("Worried");
        String second = cookie(person);
        String third = cookie(person);

        person.calls().delete("/api/me/sessions").then().statusCode(204);

        status(second, 401);
        status(third, 401);
        person.calls().get("/api/me/sessions").then().body("items.current", contains(true));
    }

    @Test
    void atMostAHundredBrowsersAreSignedIn() {
        Person person = person("Robot");
        pool.preparedQuery(
                        "insert into browser_sessions (id, token_hash, member_id, created_at, last_seen_at, expires_at)"
                                + " select gen_random_uuid(), sha256(n::text::bytea || $2::text::bytea), $1, now() - interval '1 day',"
                                + " now() - interval '1 day', now() + interval '1 day' from generate_series(1, 120) n")
                .execute(Tuple.of(person.id().value(), person.username()))
                .await()
                .atMost(SOON);

        String newest = cookie(person);

        given().cookie(COOKIE, newest)
                .get("/api/me/sessions?limit=200")
                .then()
                .body("items", hasSize(100))
                .body("items.findAll { it.current }", hasSize(1));
        status(person.cookie(), 200);
    }

    @Test
    void aDisabledMembersSessionsStayEndedWhenTheMemberIsBack() {
        Person person = person("Returning");
        admin(Map.of("state", "disabled"))
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(200);
        status(person.cookie(), 401);

        admin(Map.of("state", "active"))
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(200);

        status(person.cookie(), 401);
        status(cookie(person), 200);
    }

    @Test
    void whoeverWasDisabledMeanwhileGetsNoSession() {
        Person person = person("Late");
        MemberCaller known =
                members.caller(person.id(), null).await().atMost(SOON).orElseThrow();
        admin(Map.of("state", "disabled"))
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(200);

        assertThatThrownBy(() -> pool.withTransaction(
                                transaction -> sessions.open(transaction, known, new Browser(null, null, null), "test"))
                        .await()
                        .atMost(SOON))
                .isInstanceOf(Problem.class);
    }

    @Test
    void nobodySeesNoSessions() {
        given().get("/api/me/sessions").then().statusCode(401);
        given().delete("/api/me/sessions").then().statusCode(401);
    }

    private static String signInWith(String cookie, Person person) {
        return given().cookie(COOKIE, cookie)
                .contentType(ContentType.JSON)
                .body(Map.of("username", person.username(), "password", PASSWORD))
                .post("/auth/login")
                .then()
                .statusCode(204)
                .extract()
                .cookie(COOKIE);
    }

    private static String cookie(Person person) {
        return signIn(person.username(), PASSWORD)
                .then()
                .statusCode(204)
                .extract()
                .cookie(COOKIE);
    }

    private static void status(String cookie, int expected) {
        given().cookie(COOKIE, cookie).get("/api/me").then().statusCode(expected);
    }

    private long audited(String action, UUID actor) {
        return pool.preparedQuery("select count(*) as n from audit_entries where action = $1 and actor_id = $2")
                .execute(Tuple.of(action, actor))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong("n");
    }
}
