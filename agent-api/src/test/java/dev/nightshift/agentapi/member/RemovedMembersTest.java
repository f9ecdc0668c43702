package dev.nightshift.agentapi.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RemovedMembersTest extends AgentApiTest {
    @Test
    void aRemovedMemberIsGoneExceptForTheName() {
        Person person = person("Departed");
        admin(Map.of("email", "departed@example.org"))
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(200);

        admin().delete("/api/members/" + person.id()).then().statusCode(204);

        person.calls().get("/api/me").then().statusCode(401);
        signIn(person.username(), PASSWORD).then().statusCode(401);
        admin().get("/api/members/" + person.id()).then().statusCode(404);
        admin().delete("/api/members/" + person.id()).then().statusCode(404);
        admin(Map.of("state", "active"))
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(404);
        admin().post("/api/members/" + person.id() + "/reset-password").then().statusCode(404);
        admin().get("/api/members?q=Departed&limit=200")
                .then()
                .body("items.id", not(hasItem(person.id().toString())));
        assertThat(row(person)).isEqualTo("Departed removed null null");
        assertThat(audited(person)).contains("member.removed");
    }

    @Test
    void theUserNameOfARemovedMemberIsFreeAgain() {
        Person person = person("Recycled");
        admin().delete("/api/members/" + person.id()).then().statusCode(204);
        String url = admin(Map.of("role", "member"))
                .post("/api/invites")
                .then()
                .extract()
                .path("url");
        String code = url.substring(url.lastIndexOf('/') + 1);

        String id = given().contentType("application/json")
                .body(Map.of("invite", code, "username", person.username(), "password", PASSWORD))
                .post("/auth/register")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(id).isNotEqualTo(person.id().toString());
        person.calls().get("/api/me").then().statusCode(401);
    }

    @Test
    void agentsAreHandedOverToAnotherActiveMemberOnly() {
        Person person = person("Leaver");
        Person disabled = person("Asleep");
        admin(Map.of("state", "disabled"))
                .patch("/api/members/" + disabled.id())
                .then()
                .statusCode(200);
        String path = "/api/members/" + person.id() + "?handOverTo=";

        for (Object heir : List.of("nonsense", UUID.randomUUID(), disabled.id(), person.id())) {
            admin().delete(path + heir).then().statusCode(400).body("errors.field", contains("handOverTo"));
        }
        admin().delete(path + adminId()).then().statusCode(403);
        person.calls().get("/api/me").then().statusCode(200);
        admin().delete(path + person("Heir").id()).then().statusCode(204);
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

    private String row(Person person) {
        return pool.preparedQuery("select name || ' ' || state || ' ' || coalesce(email, 'null') || ' ' ||"
                        + " coalesce(password_hash, 'null') as text from members where id = $1")
                .execute(Tuple.of(person.id().value()))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getString("text");
    }
}
