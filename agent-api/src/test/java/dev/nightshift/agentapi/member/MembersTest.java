package dev.nightshift.agentapi.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembersTest extends AgentApiTest {

    @Test
    void membersSeeNamesOnlyAndAdminsSeeEverything() {
        Person person = person("Zacharias");

        Map<String, Object> seen = person.calls()
                .get("/api/members?q=zachar")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '%s' }".formatted(person.id()));
        Map<String, Object> all = admin().get("/api/members?q=zachar")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '%s' }".formatted(person.id()));

        assertThat(seen).isEqualTo(Map.of("id", person.id().toString(), "name", "Zacharias"));
        assertThat(all.keySet())
                .isEqualTo(Set.of("id", "username", "name", "role", "state", "hasPassword", "createdAt"));
        assertThat(all).containsEntry("role", "member").containsEntry("state", "active");
    }

    @Test
    void membersDoNotFindEachOtherByWhatTheyDoNotSee() {
        Person person = person("Secretive");
        admin(Map.of("email", "hidden@example.org"))
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(200);

        person.calls().get("/api/members?q=" + person.username()).then().body("items", hasSize(0));
        person.calls().get("/api/members?q=hidden@example.org").then().body("items", hasSize(0));
        person.calls().get("/api/members?role=admin").then().statusCode(403);
        person.calls().get("/api/members?state=disabled").then().statusCode(403);
        admin().get("/api/members?q=hidden@EXAMPLE")
                .then()
                .body("items.id", contains(person.id().toString()));
    }

    @Test
    void theListIsPagedNewestFirstAndFiltered() {
        String word = "Crowd" + UUID.randomUUID().toString().substring(0, 8);
        Person first = person(word + " one");
        Person second = person(word + " two");
        admin(Map.of("state", "disabled"))
                .patch("/api/members/" + first.id())
                .then()
                .statusCode(200);

        String cursor = admin().get("/api/members?limit=1&q=" + word)
                .then()
                .body("items.id", contains(second.id().toString()))
                .extract()
                .path("nextCursor");
        admin().get("/api/members?limit=1&q=" + word + "&cursor=" + cursor)
                .then()
                .body("items.id", contains(first.id().toString()))
                .body("nextCursor", equalTo(null));
        admin().get("/api/members?state=disabled&q=" + word)
                .then()
                .body("items.id", contains(first.id().toString()));
        admin().get("/api/members?role=admin&q=" + word).then().body("items", hasSize(0));
        second.calls()
                .get("/api/members?q=" + word)
                .then()
                .body("items.id", contains(second.id().toString()));
        admin().get("/api/members?role=root&state=x&limit=0")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("role", "state", "limit"));
        admin().get("/api/members?q=%25").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aParameterThatIsMisspeltIsNamed() {
        for (String path : List.of(
                "/api/members",
                "/api/members/" + adminId(),
                "/api/me",
                "/api/groups",
                "/api/invites",
                "/api/me/sessions")) {
            admin().get(path + "?nmae=x").then().statusCode(400).body("errors.field", contains("nmae"));
        }
    }

    @Test
    void onlyAdminsSeeOrChangeOneMember() {
        Person person = person("Plain");
        String path = "/api/members/" + adminId();

        person.calls().get(path).then().statusCode(403);
        person.calls().get("/api/members/" + person.id()).then().statusCode(403);
        person.calls(Map.of("role", "member")).patch(path).then().statusCode(403);
        person.calls().delete(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
        admin().get("/api/members/" + UUID.randomUUID()).then().statusCode(404);
        admin().get("/api/members/nonsense").then().statusCode(404);
        admin(Map.of()).patch("/api/members/" + UUID.randomUUID()).then().statusCode(404);
        admin().delete("/api/members/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void anAdminChangesAMember() {
        Person person = person("Before");

        admin(Map.of("name", "After", "email", "after@example.org", "role", "admin", "maxAgents", 3))
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("After"))
                .body("email", equalTo("after@example.org"))
                .body("role", equalTo("admin"))
                .body("maxAgents", equalTo(3));
        person.calls().get("/api/invites").then().statusCode(200);

        Map<String, Object> back = new HashMap<>(Map.of("role", "member"));
        back.put("email", null);
        back.put("maxAgents", null);
        admin(back)
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(200)
                .body("email", equalTo(null))
                .body("maxAgents", equalTo(null))
                .body("name", equalTo("After"));
        person.calls().get("/api/invites").then().statusCode(403);
        assertThat(audited(person))
                .containsExactly("member.promoted", "member.changed", "member.demoted", "member.changed");
    }

    @Test
    void whatCannotBeChangedIsNamed() {
        Person person = person("Stubborn");
        Map<String, Object> body = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID(),
                "username",
                "root",
                "createdAt",
                "2020-01-01T00:00:00Z",
                "maxAgents",
                -1,
                "state",
                "removed",
                "colour",
                "red",
                "email",
                "nowhere"));
        body.put("name", null);
        body.put("role", null);

        admin(body)
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "id",
                                "username",
                                "createdAt",
                                "maxAgents",
                                "state",
                                "colour",
                                "email",
                                "name",
                                "role"));
        admin(Map.of("name", "x".repeat(10_000)))
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(400);
        admin(List.of("role")).patch("/api/members/" + person.id()).then().statusCode(400);
    }

    private List<String> audited(Person person) {
        return pool
                .preparedQuery("select action from audit_entries where target_id = $1 order by at")
                .execute(Tuple.of(person.id().toString()))
                .await()
                .atMost(SOON)
                .stream()
                .map(row -> row.getString("action"))
                .toList();
    }
}
