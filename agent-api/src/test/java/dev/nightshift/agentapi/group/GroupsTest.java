package dev.nightshift.agentapi.group;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.member.Members;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupsTest extends AgentApiTest {
    @Inject
    Members members;

    @Test
    void aMemberOfAGroupHasItWithTheNextRequest() {
        Person person = person("Joiner");
        String group = made(unique("Support"));

        admin().put("/api/groups/" + group + "/members/" + person.id()).then().statusCode(204);
        admin().put("/api/groups/" + group + "/members/" + person.id()).then().statusCode(204);
        assertThat(groups(person)).containsExactly(UUID.fromString(group));
        admin().get("/api/groups/" + group).then().statusCode(200).body("memberCount", equalTo(1));
        admin().get("/api/groups/" + group + "/members")
                .then()
                .statusCode(200)
                .body("items.id", contains(person.id().toString()))
                .body("items.name", contains("Joiner"));

        admin().delete("/api/groups/" + group + "/members/" + person.id())
                .then()
                .statusCode(204);
        admin().delete("/api/groups/" + group + "/members/" + person.id())
                .then()
                .statusCode(404);
        assertThat(groups(person)).isEmpty();
    }

    @Test
    void membersSeeNamesOnly() {
        Person person = person("Reader");
        String name = unique("Visible");
        String group = made(name);

        Map<String, Object> seen = person.calls()
                .get("/api/groups?q=" + name)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]");
        Map<String, Object> all =
                admin().get("/api/groups?q=" + name).then().extract().path("items[0]");

        assertThat(seen).isEqualTo(Map.of("id", group, "name", name));
        assertThat(all.keySet()).isEqualTo(Set.of("id", "name", "origin", "memberCount", "createdAt"));
    }

    @Test
    void onlyAdminsDoMore() {
        Person person = person("Plain");
        String group = made(unique("Closed"));
        String path = "/api/groups/" + group;

        person.calls(Map.of("name", unique("mine"))).post("/api/groups").then().statusCode(403);
        person.calls().get(path).then().statusCode(403);
        person.calls(Map.of("name", unique("mine"))).patch(path).then().statusCode(403);
        person.calls().delete(path).then().statusCode(403);
        person.calls().get(path + "/members").then().statusCode(403);
        person.calls().put(path + "/members/" + person.id()).then().statusCode(403);
        person.calls().delete(path + "/members/" + person.id()).then().statusCode(403);
        given().get("/api/groups").then().statusCode(401);
        assertThat(groups(person)).isEmpty();
    }

    @Test
    void namesAreUniqueWhateverTheirCaseAndCanBeSeen() {
        String name = unique("Support");
        String group = made(name);
        String other = made(unique("Other"));

        admin(Map.of("name", name.toUpperCase(java.util.Locale.ROOT)))
                .post("/api/groups")
                .then()
                .statusCode(409);
        admin(Map.of("name", name)).patch("/api/groups/" + other).then().statusCode(409);
        admin(Map.of("name", name.toUpperCase(java.util.Locale.ROOT)))
                .patch("/api/groups/" + group)
                .then()
                .statusCode(200)
                .body("name", equalTo(name.toUpperCase(java.util.Locale.ROOT)));
        for (String bad :
                List.of("", " ", "zero\u200bwidth", "nul\u0000", "\u202ex", "x".repeat(101), "x".repeat(10_000))) {
            admin(Map.of("name", bad))
                    .post("/api/groups")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("name"));
        }
        admin(Map.of("origin", "provider", "members", List.of()))
                .post("/api/groups")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("name", "origin", "members"));
    }

    @Test
    void aRepeatedCreationGivesTheSameGroup() {
        Map<String, String> body = Map.of("name", unique("Once"));
        String key = UUID.randomUUID().toString();

        String first = admin(body)
                .header("Idempotency-Key", key)
                .post("/api/groups")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        String again = admin(body)
                .header("Idempotency-Key", key)
                .post("/api/groups")
                .then()
                .statusCode(201)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
    }

    @Test
    void aDeletedGroupIsNobodys() {
        Person person = person("Orphan");
        String group = made(unique("Doomed"));
        admin().put("/api/groups/" + group + "/members/" + person.id()).then().statusCode(204);

        admin().delete("/api/groups/" + group).then().statusCode(204);

        assertThat(groups(person)).isEmpty();
        admin().get("/api/groups/" + group).then().statusCode(404);
        admin().delete("/api/groups/" + group).then().statusCode(404);
        admin().put("/api/groups/" + group + "/members/" + person.id()).then().statusCode(404);
        admin().get("/api/groups/" + group + "/members").then().statusCode(404);
    }

    @Test
    void theProvidersGroupsAreOnlyRead() {
        UUID group = UUID.randomUUID();
        pool.preparedQuery(
                        "insert into groups (id, name, origin, issuer) values ($1, $2, 'provider', 'https://p.example')")
                .execute(Tuple.of(group, unique("theirs")))
                .await()
                .atMost(SOON);
        String path = "/api/groups/" + group;

        admin().get(path).then().statusCode(200).body("origin", equalTo("provider"));
        admin(Map.of("name", "ours")).patch(path).then().statusCode(409);
        admin().delete(path).then().statusCode(409);
        admin().put(path + "/members/" + adminId()).then().statusCode(409);
        admin().delete(path + "/members/" + adminId()).then().statusCode(409);
        admin().get(path + "/members").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void nobodyWhoIsNotThereJoins() {
        String group = made(unique("Empty"));
        Person removed = person("Removed");
        admin().delete("/api/members/" + removed.id()).then().statusCode(204);

        for (Object member : List.of(UUID.randomUUID(), "nonsense", removed.id())) {
            admin().put("/api/groups/" + group + "/members/" + member).then().statusCode(404);
        }
        admin().put("/api/groups/nonsense/members/" + adminId()).then().statusCode(404);
    }

    @Test
    void theListIsPagedNewestFirst() {
        String word = unique("Paged");
        String first = made(word + " one");
        String second = made(word + " two");

        String cursor = admin().get("/api/groups?limit=1&q=" + word)
                .then()
                .body("items.id", contains(second))
                .extract()
                .path("nextCursor");
        admin().get("/api/groups?limit=1&q=" + word + "&cursor=" + cursor)
                .then()
                .body("items.id", contains(first))
                .body("nextCursor", equalTo(null));
    }

    private Set<UUID> groups(Person person) {
        return members.caller(person.id(), null)
                .await()
                .atMost(SOON)
                .orElseThrow()
                .groups();
    }

    private static String made(String name) {
        return admin(Map.of("name", name))
                .post("/api/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String unique(String start) {
        return start + "-" + UUID.randomUUID();
    }
}
