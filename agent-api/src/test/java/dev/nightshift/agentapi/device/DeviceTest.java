package dev.nightshift.agentapi.device;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeviceTest extends AgentApiTest {
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
    void anApprovedClientGetsAWorkingTokenOnce() {
        Person person = person("Typist");
        JsonPath codes = ask("read");
        assertThat(codes.getInt("interval")).isEqualTo(5);
        assertThat(codes.getInt("expires_in")).isEqualTo(600);
        assertThat(codes.getString("verification_uri")).endsWith("/device");
        assertThat(codes.getString("verification_uri_complete"))
                .endsWith("/device?userCode=" + codes.getString("user_code"));
        poll(codes).then().statusCode(400).body("error", equalTo("authorization_pending"));

        person.calls()
                .get("/api/me/device?userCode=" + codes.getString("user_code"))
                .then()
                .statusCode(200)
                .body("clientId", equalTo("cli"))
                .body("scopes", contains("read"))
                .body("expiresAt", endsWith("Z"));
        assertThat(decide(person, codes, "approve")).isEqualTo(204);

        JsonPath got = poll(codes)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("scope", equalTo("read"))
                .body("expires_in", equalTo(90 * 24 * 3600))
                .extract()
                .jsonPath();
        given().header("Authorization", "Bearer " + got.getString("access_token"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(person.id().toString()));
        given().header("Authorization", "Bearer " + got.getString("access_token"))
                .contentType(ContentType.JSON)
                .body(agent("no"))
                .post("/api/agents")
                .then()
                .statusCode(403);
        poll(codes)
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"))
                .body("access_token", nullValue());
        person.calls().get("/api/tokens").then().body("items.name", contains("cli"));
    }

    @Test
    void whoPollsTooOftenIsToldToSlowDownAndIsHeldToIt() {
        JsonPath codes = ask("read");
        poll(codes).then().body("error", equalTo("authorization_pending"));

        poll(codes).then().statusCode(400).body("error", equalTo("slow_down"));
        run("update device_requests set polled_at = polled_at - interval '6 seconds'", Tuple.tuple());
        poll(codes).then().body("error", equalTo("slow_down"));
        waited();
        poll(codes).then().body("error", equalTo("authorization_pending"));
    }

    @Test
    void aDeniedClientGetsNothing() {
        JsonPath codes = ask("read");
        Person person = person("Denier");
        assertThat(decide(person, codes, "deny")).isEqualTo(204);

        poll(codes).then().statusCode(400).body("error", equalTo("access_denied"));
        assertThat(decide(person, codes, "approve")).isEqualTo(404);
        poll(codes).then().body("error", equalTo("access_denied"));
    }

    @Test
    void whoeverWasDisabledMeanwhileSignsNobodyIn() {
        JsonPath codes = ask("read");
        Person person = person("Gone");
        assertThat(decide(person, codes, "approve")).isEqualTo(204);
        run(
                "update members set state = 'disabled' where id = $1",
                Tuple.of(person.id().value()));

        poll(codes).then().statusCode(400).body("error", equalTo("access_denied"));
    }

    @Test
    void nobodyAllowsMoreThanTheyCameWith() {
        Person person = person("Modest");
        String token = person.calls(Map.of("name", "modest", "scopes", List.of("write")))
                .post("/api/tokens")
                .then()
                .extract()
                .path("token");
        JsonPath codes = ask("write admin");

        given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(Map.of("userCode", codes.getString("user_code"), "decision", "approve"))
                .post("/api/me/device")
                .then()
                .statusCode(403);
        poll(codes).then().body("error", equalTo("authorization_pending"));
    }
}
