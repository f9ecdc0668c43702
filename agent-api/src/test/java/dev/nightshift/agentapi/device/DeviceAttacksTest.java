package dev.nightshift.agentapi.device;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeviceAttacksTest extends AgentApiTest {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    /** All tests come from one address, which may have only so many codes waiting. */
    @BeforeEach
    void forgetOthers() {
        run("delete from device_requests", Tuple.tuple());
    }

    private void run(String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().atMost(SOON);
    }

    private static JsonPath ask(String scope) {
        return given().formParam("client_id", "cli")
                .formParam("scope", scope)
                .post("/auth/device/code")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .jsonPath();
    }

    private static Response poll(JsonPath codes) {
        return poll(codes.getString("device_code"), "cli");
    }

    private static Response poll(String deviceCode, String client) {
        return given().formParam("grant_type", GRANT)
                .formParam("device_code", deviceCode)
                .formParam("client_id", client)
                .post("/auth/device/token");
    }

    private static int decide(Person person, JsonPath codes, String decision) {
        return person.calls(Map.of("userCode", codes.getString("user_code"), "decision", decision))
                .post("/api/me/device")
                .statusCode();
    }

    /** As if the client had waited. */
    private void waited() {
        run("update device_requests set polled_at = polled_at - interval '1 hour'", Tuple.tuple());
    }

    @Test
    void manyPollsAtOnceGetOneToken() throws Exception {
        Person person = person("Racer");
        JsonPath codes = ask("read");
        assertThat(decide(person, codes, "approve")).isEqualTo(204);

        assertThat(atOnce(() -> poll(codes).statusCode()).stream().filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    void anExpiredCodeIsOfNoUseToAnybody() {
        JsonPath codes = ask("read");
        Person person = person("Late");
        run("update device_requests set expires_at = now() where client_id = 'cli'", Tuple.tuple());

        assertThat(decide(person, codes, "approve")).isEqualTo(404);
        poll(codes).then().statusCode(400).body("error", equalTo("expired_token"));
    }

    @Test
    void aCodeIsDecidedOnce() throws Exception {
        JsonPath codes = ask("read");
        List<Person> people =
                IntStream.range(0, 4).mapToObj(n -> person("Quick" + n)).toList();
        var next = new java.util.concurrent.atomic.AtomicInteger();

        List<Integer> statuses = atOnce(() -> decide(people.get(next.getAndIncrement() % 4), codes, "approve"));

        assertThat(statuses.stream().filter(status -> status == 204)).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 204 || status == 404 || status == 409);
    }

    @Test
    void guessingCodesEndsAfterTenEvenAtOnce() throws Exception {
        Person person = person("Guesser");
        JsonPath codes = ask("read");

        List<Integer> statuses = atOnce(() -> person.calls()
                .get("/api/me/device?userCode=" + UserCode.random().shown())
                .statusCode());

        assertThat(statuses.stream().filter(status -> status == 404)).hasSize(Guesses.ALLOWED);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(statuses.size() - Guesses.ALLOWED);
        assertThat(decide(person, codes, "approve")).isEqualTo(429);
        assertThat(decide(person("Honest"), codes, "approve")).isEqualTo(204);
    }

    @Test
    void aClientGetsOnlyWhatItsOwnCodeGives() {
        JsonPath codes = ask("read");
        poll(codes.getString("device_code"), "other").then().statusCode(400).body("error", equalTo("invalid_grant"));
        poll("made up", "cli").then().statusCode(400).body("error", equalTo("invalid_grant"));
        poll(codes.getString("user_code"), "cli").then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void wrongRequestsGetTheErrorsOfTheRfc() {
        given().post("/auth/device/code").then().statusCode(400).body("error", equalTo("invalid_client"));
        given().formParam("scope", "read")
                .post("/auth/device/code")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_client"));
        given().formParam("client_id", "a b").post("/auth/device/code").then().body("error", equalTo("invalid_client"));
        given().formParam("client_id", "cli")
                .formParam("scope", "root")
                .post("/auth/device/code")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
        given().formParam("client_id", "cli")
                .formParam("scope", "admin")
                .post("/auth/device/code")
                .then()
                .body("error", equalTo("invalid_scope"));
        given().formParam("grant_type", GRANT)
                .post("/auth/device/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
        given().formParam("grant_type", "password")
                .formParam("device_code", "x")
                .formParam("client_id", "cli")
                .post("/auth/device/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
        admin(Map.of("userCode", "WDJB-MJHT", "decision", "perhaps", "why", "x"))
                .post("/api/me/device")
                .then()
                .statusCode(400)
                .body("errors.field", contains("decision", "why"));
        given().get("/api/me/device?userCode=WDJB-MJHT").then().statusCode(401);
    }

    @Test
    void oneAddressHasOnlySoManyCodesWaiting() {
        IntStream.range(0, 20).forEach(n -> ask("read"));

        given().formParam("client_id", "cli")
                .post("/auth/device/code")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("60"));
    }

    @Test
    void noCodeIsStoredAsItIs() {
        JsonPath codes = ask("read");

        String stored = pool.query("select string_agg(d::text, ' ') as all from device_requests d")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getString("all");

        assertThat(stored).contains("cli").doesNotContain(codes.getString("device_code"));
    }

    private static List<Integer> atOnce(Callable<Integer> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            java.util.ArrayList<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> done :
                    threads.invokeAll(IntStream.range(0, 24).mapToObj(n -> call).toList())) {
                statuses.add(done.get());
            }
            return statuses;
        }
    }
}
