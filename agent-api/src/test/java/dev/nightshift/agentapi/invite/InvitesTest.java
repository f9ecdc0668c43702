package dev.nightshift.agentapi.invite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvitesTest extends AgentApiTest {

    @Test
    void anInviteIsALinkForThreeDaysWhoseCodeIsStoredNowhere() {
        ValidatableResponse made = invited(Map.of("role", "member", "email", "ada@example.org"));

        String url = made.body("role", equalTo("member"))
                .body("email", equalTo("ada@example.org"))
                .body("state", equalTo("open"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Location", startsWith("/api/invites/"))
                .extract()
                .path("url");
        String code = code(url);
        Instant end = Instant.parse(made.extract().path("expiresAt"));

        assertThat(url).matches("http://(localhost|127\\.0\\.0\\.1):\\d+/invite/[A-Za-z0-9_-]{43}");
        assertThat(end)
                .isBetween(
                        Instant.now().plus(Duration.ofHours(71)), Instant.now().plus(Duration.ofHours(73)));
        assertThat(admin().get("/api/invites").asString()).doesNotContain(code);
        assertThat(admin().get("/api/invites/" + made.extract().path("id")).asString())
                .doesNotContain(code);
        assertThat(everythingStored()).doesNotContain(code);
    }

    @Test
    void aRepeatedCallGivesTheSameLinkAndAnotherBodyIsAConflict() {
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("role", "member");

        String first = admin(body)
                .header("Idempotency-Key", key)
                .post("/api/invites")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        String again = admin(body)
                .header("Idempotency-Key", key)
                .post("/api/invites")
                .then()
                .statusCode(201)
                .extract()
                .path("url");

        assertThat(again).isEqualTo(first);
        assertThat(everythingStored()).doesNotContain(code(first));
        admin(Map.of("role", "admin"))
                .header("Idempotency-Key", key)
                .post("/api/invites")
                .then()
                .statusCode(409);
    }

    @Test
    void whoeverHasTheCodeSeesWhatItIsFor() {
        ExtractableResponse<Response> invite =
                invited(Map.of("role", "admin", "email", "ada@example.org")).extract();
        String inviter = invite.path("createdBy.name");

        given().get("/auth/invite/" + code(invite.path("url")))
                .then()
                .statusCode(200)
                .body("role", equalTo("admin"))
                .body("email", equalTo("ada@example.org"))
                .body("invitedBy", equalTo(inviter))
                .body("keySet()", containsInAnyOrder("role", "email", "invitedBy", "expiresAt"));
    }

    @Test
    void anUnknownAndAnExpiredInviteSayWhatTheyAre() {
        String expired = code(invited(Map.of("role", "member")).extract().path("url"));
        pool.query("update invites set expires_at = now() - interval '1 second' where code_hash = sha256('" + expired
                        + "')")
                .execute()
                .await()
                .atMost(SOON);

        given().get("/auth/invite/" + "A".repeat(43)).then().statusCode(404).body("type", endsWith("invite-unknown"));
        given().get("/auth/invite/" + expired).then().statusCode(409).body("type", endsWith("invite-expired"));
    }

    @Test
    void aRevokedInviteLetsNobodyIn() {
        ValidatableResponse made = invited(Map.of("role", "member"));
        String code = code(made.extract().path("url"));
        String id = made.extract().path("id");

        admin().delete("/api/invites/" + id).then().statusCode(204);
        admin().delete("/api/invites/" + id).then().statusCode(204);

        given().get("/auth/invite/" + code).then().statusCode(404).body("type", endsWith("invite-unknown"));
        admin().get("/api/invites/" + id).then().statusCode(200).body("state", equalTo("revoked"));
        admin(Map.of("role", "admin")).patch("/api/invites/" + id).then().statusCode(409);
        admin().get("/api/invites?state=revoked&limit=200").then().body("items.id", hasItem(id));
        admin().get("/api/invites?state=open&limit=200").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void anOpenInviteIsChangedAndNothingElseOfItIs() {
        String id = invited(Map.of("role", "member", "email", "ada@example.org"))
                .extract()
                .path("id");
        Map<String, Object> patch = new HashMap<>();
        patch.put("role", "admin");
        patch.put("email", null);

        admin(patch)
                .patch("/api/invites/" + id)
                .then()
                .statusCode(200)
                .body("role", equalTo("admin"))
                .body("email", equalTo(null));
        admin(Map.of("expiresAt", "2099-01-01T00:00:00Z", "state", "open", "role", "owner", "colour", "red"))
                .patch("/api/invites/" + id)
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("expiresAt", "state", "role", "colour"));
    }

    @Test
    void allFaultsOfANewInviteAreNamed() {
        admin(Map.of("email", "no address", "username", "x"))
                .post("/api/invites")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("role", "email", "username"));
        admin(Map.of("role", "root"))
                .post("/api/invites")
                .then()
                .statusCode(400)
                .body("errors.field", contains("role"));
        admin(Map.of("role", "member", "email", "a@b." + "c".repeat(10_000)))
                .post("/api/invites")
                .then()
                .statusCode(400);
        admin().get("/api/invites?state=lost&limit=x")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("state", "limit"));
    }

    @Test
    void onlyAdminsInvite() {
        Person person = person("Plain");
        String id = invited(Map.of("role", "member")).extract().path("id");

        person.calls(Map.of("role", "admin")).post("/api/invites").then().statusCode(403);
        person.calls().get("/api/invites").then().statusCode(403);
        person.calls().get("/api/invites/" + id).then().statusCode(403);
        person.calls(Map.of("role", "admin")).patch("/api/invites/" + id).then().statusCode(403);
        person.calls().delete("/api/invites/" + id).then().statusCode(403);
        given().get("/api/invites").then().statusCode(401);
        admin().get("/api/invites/" + UUID.randomUUID()).then().statusCode(404);
        admin().get("/api/invites/nonsense").then().statusCode(404);
    }

    private static ValidatableResponse invited(Map<String, String> body) {
        return admin(body).post("/api/invites").then().statusCode(201);
    }

    private static String code(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private String everythingStored() {
        return pool.query("select (select string_agg(i::text, ' ') from invites i) || ' ' ||"
                        + " coalesce((select string_agg(k::text, ' ') from idempotency_keys k), '') || ' ' ||"
                        + " (select string_agg(a::text, ' ') from audit_entries a) as all")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getString("all");
    }
}
