package dev.nightshift.agentapi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.audit.Act.Target;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AuditTest extends AgentApiTest {
    @Inject
    AuditLog log;

    private final String target = UUID.randomUUID().toString();
    private final UUID actor = UUID.randomUUID();

    @Test
    void anEntrySaysWhoWhatWhenAndFromWhere() {
        write("member.disabled", "Mallory");

        admin().get("/api/audit?targetId=" + target)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("member.disabled"))
                .body("items[0].outcome", equalTo("done"))
                .body("items[0].actor.kind", equalTo("member"))
                .body("items[0].actor.id", equalTo(actor.toString()))
                .body("items[0].actor.name", equalTo("Ada"))
                .body("items[0].target.name", equalTo("Mallory"))
                .body("items[0].address", equalTo("192.0.2.7"))
                .body("items[0].credential", equalTo("session:1"))
                .body("items[0].detail.why", equalTo("left"))
                .body("nextCursor", nullValue());
    }

    @Test
    void filtersNarrowAndGoTogether() {
        write("member.disabled", "One");
        write("member.enabled", "Two");
        log.write(
                        Actor.anonymous("eve", "192.0.2.9"),
                        Act.refused("member.signed_in", new Target("member", target, null), Map.of()))
                .await()
                .atMost(SOON);

        String all = "/api/audit?targetId=" + target;
        admin().get(all)
                .then()
                .body("items.action", equalTo(List.of("member.signed_in", "member.enabled", "member.disabled")));
        admin().get(all + "&action=member.disabled").then().body("items", hasSize(1));
        admin().get(all + "&action=member.disabled,member.enabled").then().body("items", hasSize(2));
        admin().get(all + "&outcome=refused").then().body("items.action", equalTo(List.of("member.signed_in")));
        admin().get(all + "&actorId=" + actor).then().body("items", hasSize(2));
        admin().get(all + "&actorId=" + actor + "&outcome=refused").then().body("items", hasSize(0));
        String second = admin().get(all).then().extract().path("items[1].at");
        admin().get(all + "&from=" + second).then().body("items", hasSize(2));
        admin().get(all + "&to=" + second).then().body("items.action", equalTo(List.of("member.disabled")));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        for (int i = 0; i < 5; i++) {
            write("member.disabled", "Number " + i);
        }
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            Response page = admin().get("/api/audit?limit=2&targetId=" + target + cursor);
            names.addAll(page.path("items.target.name"));
            cursor = page.path("nextCursor") == null ? null : "&cursor=" + page.path("nextCursor");
        } while (cursor != null);

        assertThat(names).containsExactly("Number 4", "Number 3", "Number 2", "Number 1", "Number 0");
    }

    @Test
    void itIsForAdmins() {
        Person olga = person("Olga");
        for (String path : List.of("/api/audit", "/api/audit/export?format=csv", "/api/audit/export")) {
            olga.calls().get(path).then().statusCode(403);
            io.restassured.RestAssured.get(path).then().statusCode(401);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            action=everything                                       | action
            action=member.disabled%3Bdrop                             | action
            actorId=me                                              | actorId
            targetId=%00                                            | targetId
            outcome=maybe                                           | outcome
            from=yesterday                                          | from
            from=-999999999-01-01T00:00:00Z                         | from
            to=+999999999-12-31T23:59:59Z                           | to
            from=2027-01-02T00:00:00Z&to=2027-01-01T00:00:00Z       | to
            limit=0                                                 | limit
            cursor=nothing                                          | cursor
            """)
    void whatCannotBeReadIsNamed(String query, String field) {
        admin().urlEncodingEnabled(false)
                .get("/api/audit?" + query.replace("+", "%2B"))
                .then()
                .statusCode(400)
                .body("errors.field", everyItem(equalTo(field)));
    }

    @Test
    void tenThousandIdsAreRefused() {
        String ids = String.join(
                ",", java.util.Collections.nCopies(25, UUID.randomUUID().toString()));
        String actions = String.join(",", java.util.Collections.nCopies(21, "member.disabled"));

        admin().get("/api/audit?actorId=" + ids + "&targetId=" + ids + "&action=" + actions)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("action", "actorId", "targetId")));
    }

    @Test
    void anExportHasTheSameEntriesAndIsAuditedItself() {
        write("member.disabled", "=cmd|' /C calc'!A0");
        write("member.enabled", "Two");

        Response csv = admin().get("/api/audit/export?format=csv&targetId=" + target);
        csv.then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"audit.csv\""));
        String[] lines = csv.asString().split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("\"id\",\"at\",\"action\"");
        assertThat(lines[2]).contains("\"'=cmd|");

        Response ndjson =
                admin().accept("application/x-ndjson").get("/api/audit/export?format=ndjson&targetId=" + target);
        ndjson.then().statusCode(200).header("Content-Type", containsString("application/x-ndjson"));
        assertThat(ndjson.asString().split("\n")).hasSize(2).allMatch(line -> line.startsWith("{"));

        admin().get("/api/audit?action=audit.exported&limit=2")
                .then()
                .body("items", hasSize(2))
                .body("items[0].detail.format", equalTo("ndjson"))
                .body("items[0].actor.name", equalTo("Administrator"));
        admin().get("/api/audit/export").then().statusCode(400).body("errors[0].field", equalTo("format"));
    }

    @Test
    void anExportIsWholeHoweverLarge() {
        pool.preparedQuery("insert into audit_entries (id, at, action, outcome, actor_kind, target_id)"
                        + " select gen_random_uuid(), now() - (n / 7) * interval '1 second', 'bulk.made', 'done', 'system', $1"
                        + " from generate_series(1, 2600) n")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(target))
                .await()
                .atMost(SOON);

        String[] lines = admin().get("/api/audit/export?format=ndjson&targetId=" + target)
                .asString()
                .split("\n");

        assertThat(lines).hasSize(2600).doesNotHaveDuplicates();
    }

    private void write(String action, String name) {
        log.write(
                        new Actor(Actor.Kind.MEMBER, actor, "Ada", "192.0.2.7", "session:1"),
                        Act.done(action, new Target("member", target, name), Map.of("why", "left")))
                .await()
                .atMost(SOON);
    }
}
