package dev.nightshift.agentapi.invite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RegistrationTest extends AgentApiTest {
    @TestHTTPResource
    URI home;

    @Test
    void whoeverWasInvitedGetsAnAccountAndIsSignedIn() {
        String username = name("ada");
        ValidatableResponse made = register(Map.of(
                        "invite",
                        invite("admin"),
                        "username",
                        username,
                        "password",
                        PASSWORD,
                        "name",
                        "  Ada Lovelace "))
                .statusCode(201)
                .body("username", equalTo(username))
                .body("name", equalTo("Ada Lovelace"))
                .body("role", equalTo("admin"))
                .body("state", equalTo("active"))
                .body("password", equalTo(null));

        given().cookie(COOKIE, made.extract().cookie(COOKIE))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(made.extract().path("id")))
                .body("role", equalTo("admin"));
        signIn(username, PASSWORD).then().statusCode(204);
    }

    @Test
    void ofAHundredRegistrationsWithOneInviteAtTheSameTimeExactlyOneSucceeds() {
        String invite = invite("member");
        String prefix = name("race");
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(client.sendAsync(registration(invite, prefix + "-" + i), HttpResponse.BodyHandlers.ofString()));
        }

        List<HttpResponse<String>> answers =
                all.stream().map(CompletableFuture::join).toList();

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(99)
                .allSatisfy(answer -> {
                    assertThat(answer.body()).contains("invite-used");
                    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                });
        assertThat(count("select count(*) as n from members where username like '" + prefix + "%'"))
                .isEqualTo(1);
    }

    @Test
    void ofManyWithTheSameNameAtTheSameTimeOneGetsItAndTheOthersKeepTheirInvite() {
        String username = name("wanted");
        List<String> invites = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            invites.add(invite("member"));
        }
        HttpClient client = HttpClient.newHttpClient();

        List<Integer> answers = invites.stream()
                .map(invite -> client.sendAsync(registration(invite, username), HttpResponse.BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(7);
        assertThat(invites.stream()
                        .filter(invite -> given().get("/auth/invite/" + invite).statusCode() == 200))
                .hasSize(7);
    }

    @Test
    void aRegistrationThatFailsLeavesTheInviteUnused() {
        String invite = invite("member");
        String taken = person("Taken").username();

        register(Map.of("invite", invite, "username", name("bob"), "password", "short"))
                .statusCode(400)
                .body("errors.field", contains("password"));
        register(Map.of("invite", invite, "username", taken, "password", PASSWORD))
                .statusCode(409)
                .body("detail", containsString("taken"));
        register(Map.of("invite", invite, "username", taken.toUpperCase(java.util.Locale.ROOT), "password", PASSWORD))
                .statusCode(409);

        given().get("/auth/invite/" + invite).then().statusCode(200);
        register(Map.of("invite", invite, "username", name("bob"), "password", PASSWORD))
                .statusCode(201);
        given().get("/auth/invite/" + invite).then().statusCode(409).body("type", endsWith("invite-used"));
        register(Map.of("invite", invite, "username", name("eve"), "password", PASSWORD))
                .statusCode(409)
                .body("type", endsWith("invite-used"));
    }

    @Test
    void withoutAnInviteNobodyComesIn() {
        register(Map.of("invite", "A".repeat(43), "username", name("eve"), "password", PASSWORD))
                .statusCode(404)
                .body("type", endsWith("invite-unknown"));
        register(Map.of("username", name("eve"), "password", PASSWORD))
                .statusCode(400)
                .body("errors.field", contains("invite"));
        String expired = invite("member");
        pool.query("update invites set expires_at = now() where code_hash = sha256('" + expired + "')")
                .execute()
                .await()
                .atMost(SOON);
        register(Map.of("invite", expired, "username", name("eve"), "password", PASSWORD))
                .statusCode(409)
                .body("type", endsWith("invite-expired"));
    }

    @Test
    void theInviteSaysTheRoleNotTheOneWhoRegisters() {
        String invite = invite("member");
        Map<String, Object> greedy = new HashMap<>(Map.of(
                "invite", invite, "username", name("eve"), "password", PASSWORD, "role", "admin", "state", "active"));

        register(greedy).statusCode(400).body("errors.field", containsInAnyOrder("role", "state"));
        greedy.keySet().removeAll(List.of("role", "state"));

        register(greedy).statusCode(201).body("role", equalTo("member"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "has space",
                "tab\tname",
                "nul\0name",
                "bell\u0007name",
                "\u0430dmin", // Cyrillic a
                "adm\u0131n",
                "ad\u200bmin",
                "\u202enimda",
                "\uff41\uff44\uff4d\uff49\uff4e", // full width
                "na\u00efve",
                "sla/sh",
                "quo'te",
                "per%cent",
                "new\nline",
                "",
                "   "
            })
    void namesThatMayPassForOthersOrCannotBeSeenAreFaulted(String username) {
        Map<String, Object> body = new HashMap<>(Map.of("invite", invite("member"), "password", PASSWORD));
        body.put("username", username);

        register(body).statusCode(400).body("errors.field", contains("username"));
    }

    @Test
    void namesThatLookLikeOneThatIsTakenAreTaken() {
        String invite = invite("member");
        for (String lookAlike : List.of("ADMIN", "Admin", "adm1n", "admln", "adrnin", "AdmIn")) {
            register(Map.of("invite", invite, "username", lookAlike, "password", PASSWORD))
                    .statusCode(409)
                    .body("detail", containsString("taken"));
        }
    }

    @Test
    void giantValuesAreFaultedWithTheirFields() {
        String giant = "x".repeat(10_000);

        register(Map.of("invite", giant, "username", giant, "password", giant, "name", giant))
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("invite", "username", "password", "name"));
        register(Map.of(
                        "invite",
                        invite("member"),
                        "username",
                        name("x"),
                        "password",
                        PASSWORD,
                        "name",
                        "right\u202eleft"))
                .statusCode(400)
                .body("errors.field", contains("name"));
    }

    private static ValidatableResponse register(Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/auth/register")
                .then();
    }

    private static String invite(String role) {
        String url = admin(Map.of("role", role))
                .post("/api/invites")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String name(String start) {
        return start + "-" + UUID.randomUUID();
    }

    private HttpRequest registration(String invite, String username) {
        String body = """
                {"invite": "%s", "username": "%s", "password": "%s"}""".formatted(invite, username, PASSWORD);
        return HttpRequest.newBuilder(home.resolve("/auth/register"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private long count(String sql) {
        return pool.query(sql).execute().await().atMost(SOON).iterator().next().getLong("n");
    }
}
