package dev.nightshift.agentapi.accesstoken;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenScopesTest extends AgentApiTest {

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification with(String token, Object body) {
        return with(token).contentType(ContentType.JSON).body(body);
    }

    private static JsonPath make(Person person, Map<String, ?> asked) {
        return person.calls(asked)
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .jsonPath();
    }

    private static String token(Person person, String... scopes) {
        return make(person, Map.of("name", "script", "scopes", List.of(scopes))).getString("token");
    }

    private void makeAdmin(Person person) {
        pool.preparedQuery("update members set role = 'admin' where id = $1")
                .execute(Tuple.of(person.id().value()))
                .await()
                .atMost(SOON);
    }

    @Test
    void aRepeatThatMayDoLessDoesNotGetWhatTheFirstGot() {
        Person person = person("Thief");
        String weak = token(person, "write");
        Map<String, Object> body = Map.of("name", "strong", "scopes", List.of("write"));
        person.calls(Map.of("name", "all"))
                .header("Idempotency-Key", "known")
                .post("/api/tokens")
                .then()
                .statusCode(201);

        with(weak, Map.of("name", "all"))
                .header("Idempotency-Key", "known")
                .post("/api/tokens")
                .then()
                .statusCode(403)
                .body("token", nullValue());
        with(weak, body).post("/api/tokens").then().statusCode(201);
    }

    @Test
    void readingIsAllThatAReadTokenDoes() {
        Person person = person("Reader");
        String token = token(person, "read");

        with(token).get("/api/agents").then().statusCode(200);
        with(token, agent("No")).post("/api/agents").then().statusCode(403).contentType("application/problem+json");
        with(token, Map.of("name", "wider")).post("/api/tokens").then().statusCode(403);
        with(token).delete("/api/tokens/" + UUID.randomUUID()).then().statusCode(403);
        with(token, Map.of("query", "x")).post("/api/search").then().statusCode(403);
        with(token)
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .header("Sec-WebSocket-Version", "13")
                .get("/ws/sessions/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        with(token)
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .header("Sec-WebSocket-Version", "13")
                .get("/background-agent-ws")
                .then()
                .statusCode(403);
    }

    @Test
    void theAdminRoleNeedsTheAdminScope() {
        Person person = person("Boss");
        makeAdmin(person);
        Map<String, Object> org = agent("Org");
        org.put("type", "org");

        with(token(person, "write"), org).post("/api/agents").then().statusCode(403);
        with(token(person, "read", "write"))
                .post("/api/signing-keys/rotate")
                .then()
                .statusCode(403);
        with(token(person, "write", "admin"), org).post("/api/agents").then().statusCode(201);
    }

    @Test
    void theAdminScopeMakesNobodyAnAdmin() {
        Person person = person("Climber");

        with(token(person, "write", "admin"))
                .post("/api/signing-keys/rotate")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenMakesNoTokenThatReachesFurther() {
        Person person = person("Widener");
        Instant expiry = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        String token = make(person, Map.of("name", "short", "scopes", List.of("write"), "expiresAt", expiry.toString()))
                .getString("token");
        Map<String, Object> asked = new HashMap<>(Map.of("name", "x", "expiresAt", expiry.toString()));

        with(token, Map.of("name", "x", "scopes", List.of("write", "admin"), "expiresAt", expiry.toString()))
                .post("/api/tokens")
                .then()
                .statusCode(403);
        with(token, Map.of("name", "for ever"))
                .post("/api/tokens")
                .then()
                .statusCode(400)
                .body("errors.field", contains("expiresAt"));
        with(token, Map.of("name", "longer", "expiresAt", expiry.plusSeconds(1).toString()))
                .post("/api/tokens")
                .then()
                .statusCode(400);
        with(token, asked).post("/api/tokens").then().statusCode(201).body("scopes", contains("write"));
        asked.put("scopes", List.of("read"));
        with(token, asked).post("/api/tokens").then().statusCode(201).body("scopes", contains("read"));
    }

    @Test
    void withoutScopesItMayDoAllThatItsMakerMay() {
        make(person("Maker"), Map.of("name", "all"))
                .getList("scopes")
                .forEach(scope -> assertThat(scope).isIn(Set.of("read", "write", "admin")));
        assertThat(make(person("Maker"), Map.of("name", "all")).getList("scopes"))
                .isEqualTo(List.of("read", "write", "admin"));
    }

    @Test
    void aRevokedAnExpiredAndAMadeUpTokenAreTheSame401() {
        Person person = person("Revoker");
        JsonPath revoked = make(person, Map.of("name", "revoked"));
        JsonPath expired = make(person, Map.of("name", "expired"));
        person.calls().delete("/api/tokens/" + revoked.getString("id")).then().statusCode(204);
        pool.preparedQuery("update access_tokens set expires_at = now() where id = $1")
                .execute(Tuple.of(UUID.fromString(expired.getString("id"))))
                .await()
                .atMost(SOON);

        String made = with("nsp_" + "A".repeat(43))
                .get("/api/me")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        for (String token : List.of(revoked.getString("token"), expired.getString("token"), "nsp_short", "nsp_")) {
            assertThat(with(token)
                            .get("/api/me")
                            .then()
                            .statusCode(401)
                            .extract()
                            .asString())
                    .isEqualTo(made);
        }
    }

    @Test
    void theTokenOfADisabledMemberIsDeadAtOnceAndADemotedOneIsNoAdmin() {
        Person leaver = person("Leaver");
        Person demoted = person("Demoted");
        makeAdmin(demoted);
        String token = token(leaver, "write");
        String admins = token(demoted, "write", "admin");
        with(admins).post("/api/signing-keys/rotate").then().statusCode(202);
        pool.preparedQuery("update members set state = 'disabled' where id = $1")
                .execute(Tuple.of(leaver.id().value()))
                .await()
                .atMost(SOON);
        pool.preparedQuery("update members set role = 'member' where id = $1")
                .execute(Tuple.of(demoted.id().value()))
                .await()
                .atMost(SOON);

        with(token).get("/api/me").then().statusCode(401);
        with(admins).post("/api/signing-keys/rotate").then().statusCode(403);
    }

    @Test
    void twoAuthorizationsAreNone() {
        Person person = person("Double");
        String token = token(person, "write");

        with(token)
                .header("Authorization", "Bearer nonsense")
                .get("/api/me")
                .then()
                .statusCode(401);
        person.calls()
                .header("Authorization", "Bearer nonsense")
                .get("/api/me")
                .then()
                .statusCode(401);
        given().header("Authorization", "bearer " + token).get("/api/me").then().statusCode(200);
        given().get("/api/me?access_token=" + token).then().statusCode(401);
    }

    @Test
    void whoComesWithWrongTokensIsWrittenDownOnceInAWhile() {
        long before = refusals();
        for (String letter : List.of("C", "D", "E", "F", "G")) {
            with("nsp_" + letter.repeat(43)).get("/api/me").then().statusCode(401);
        }

        Awaitility.await().atMost(SOON).until(() -> refusals() > 0);
        assertThat(refusals() - before).isLessThanOrEqualTo(1);
    }

    private long refusals() {
        return pool.query("select count(*) as n from audit_entries where action = 'session.refused'"
                        + " and outcome = 'refused' and actor_kind = 'anonymous' and address = '127.0.0.1'"
                        + " and detail ->> 'way' = 'token'")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong("n");
    }
}
