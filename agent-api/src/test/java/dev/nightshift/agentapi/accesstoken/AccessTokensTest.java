package dev.nightshift.agentapi.accesstoken;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessTokensTest extends AgentApiTest {

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
    void aTokenIsShownOnceAndIsTheMemberFromThenOn() {
        Person person = person("Scripter");
        Instant expiry = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);

        JsonPath made =
                make(person, Map.of("name", "laptop", "expiresAt", expiry.toString(), "scopes", List.of("read")));

        assertThat(made.getString("token")).matches("nsp_[A-Za-z0-9_-]{43}");
        with(made.getString("token"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(person.id().toString()));
        JsonPath listed = person.calls()
                .get("/api/tokens")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(listed.getMap("items[0]").keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder("id", "name", "prefix", "scopes", "createdAt", "expiresAt", "lastUsedAt");
        assertThat(listed.getString("items[0].id")).isEqualTo(made.getString("id"));
        assertThat(listed.getString("items[0].expiresAt")).isEqualTo(expiry.toString());
        assertThat(made.getString("token")).startsWith(listed.getString("items[0].prefix"));
    }

    @Test
    void neitherTheTableNorTheKeptAnswerHoldsTheToken() {
        Person person = person("Keeper");
        String token = person.calls(Map.of("name", "kept"))
                .header("Idempotency-Key", "keep")
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");

        String stored = pool.query("select (select string_agg(t::text, ' ') from access_tokens t) || ' '"
                        + " || (select string_agg(k::text, ' ') from idempotency_keys k) || ' '"
                        + " || (select string_agg(a::text, ' ') from audit_entries a) as all")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getString("all");

        assertThat(stored).contains("kept").doesNotContain(token).doesNotContain(token.substring(9));
    }

    @Test
    void aRepeatGivesTheSameTokenAndAnotherBodyIsAConflict() {
        Person person = person("Repeater");
        Map<String, Object> body = Map.of("name", "once", "scopes", List.of("read"));
        String first = person.calls(body)
                .header("Idempotency-Key", "k")
                .post("/api/tokens")
                .then()
                .extract()
                .path("token");

        String second = person.calls(body)
                .header("Idempotency-Key", "k")
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");

        assertThat(second).isEqualTo(first);
        person.calls(Map.of("name", "other"))
                .header("Idempotency-Key", "k")
                .post("/api/tokens")
                .then()
                .statusCode(409);
        person.calls().get("/api/tokens").then().body("items", hasSize(1));
    }

    @Test
    void anotherMembersTokenIsNotThere() {
        String id = make(person("Owner"), Map.of("name", "mine")).getString("id");
        Person other = person("Other");

        other.calls().get("/api/tokens/" + id).then().statusCode(404);
        other.calls(Map.of("name", "yours")).patch("/api/tokens/" + id).then().statusCode(404);
        other.calls().delete("/api/tokens/" + id).then().statusCode(404);
        admin().get("/api/tokens/" + id).then().statusCode(404);
        other.calls().get("/api/tokens/none").then().statusCode(404);
    }

    @Test
    void aTokenIsRenamedAndNothingElseOfItChanges() {
        Person person = person("Renamer");
        String id = make(person, Map.of("name", "before")).getString("id");

        person.calls(Map.of("name", "after"))
                .patch("/api/tokens/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("after"))
                .body("createdAt", notNullValue());
        person.calls(Map.of("name", "x", "scopes", List.of("read"), "expiresAt", "2099-01-01T00:00:00Z", "owner", 1))
                .patch("/api/tokens/" + id)
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("scopes", "expiresAt", "owner"));
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        person("Faulty")
                .calls(Map.of(
                        "name", "", "expiresAt", "2001-01-01T00:00:00Z", "scopes", List.of("root"), "admin", true))
                .post("/api/tokens")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("name", "expiresAt", "scopes[0]", "scopes", "admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tab\there", "bell\u0007", "right\u202Eleft", "zero\u200Bwidth", " "})
    void aNameIsVisible(String name) {
        person("Namer")
                .calls(Map.of("name", name))
                .post("/api/tokens")
                .then()
                .statusCode(400)
                .body("errors.field", contains("name"));
    }

    @Test
    void aTokenThatMayDoNothingIsNotMade() {
        Person person = person("Nothing");
        person.calls(Map.of("name", "x", "scopes", List.of()))
                .post("/api/tokens")
                .then()
                .statusCode(400);
        person.calls(Map.of("name", "x", "scopes", List.of("admin")))
                .post("/api/tokens")
                .then()
                .statusCode(400);
    }

    @Test
    void fiftyAreTheMostEvenWhenTheyAreMadeAtOnce() throws Exception {
        Person person = person("Collector");
        try (var threads = Executors.newFixedThreadPool(12)) {
            List<Callable<Integer>> calls = java.util.stream.IntStream.range(0, 56)
                    .<Callable<Integer>>mapToObj(n -> () -> person.calls(Map.of("name", "n" + n))
                            .post("/api/tokens")
                            .statusCode())
                    .toList();
            int made = 0;
            for (Future<Integer> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isIn(201, 409);
                made += call.get() == 201 ? 1 : 0;
            }
            assertThat(made).isEqualTo(50);
        }
        JsonPath page =
                person.calls().get("/api/tokens?limit=30").then().extract().jsonPath();
        person.calls()
                .get("/api/tokens?limit=30&cursor=" + page.getString("nextCursor"))
                .then()
                .statusCode(200)
                .body("items", hasSize(20))
                .body("nextCursor", nullValue());
    }

    @Test
    void whatIsDoneWithTokensIsInTheAuditLogWithItsActor() {
        Person person = person("Audited");
        String id = make(person, Map.of("name", "seen")).getString("id");
        person.calls().delete("/api/tokens/" + id).then().statusCode(204);

        List<String> actions = pool
                .preparedQuery(
                        "select action from audit_entries where target_id = $1 and actor_id = $2 order by at, id")
                .execute(Tuple.of(id, person.id().value()))
                .await()
                .atMost(SOON)
                .stream()
                .map(row -> row.getString("action"))
                .toList();

        assertThat(actions).containsExactly("token.created", "token.revoked");
    }
}
