package dev.nightshift.search.source;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.search.SearchServiceTest;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ManageSourcesTest extends SearchServiceTest {
    private Map<String, Object> body(String name) {
        return Map.of("name", name, "kind", "folder", "config", Map.of("path", folder.toString()), "access", EVERYONE);
    }

    private Response create(String token, String key, Object body) {
        return call(token, body).header("Idempotency-Key", key).post("/api/sources");
    }

    @Test
    void anAdminSeesAllOfWhatWasMade() {
        List<String> people = List.of(memberId.toString());
        Map<String, Object> made = call(
                        admin,
                        Map.of(
                                "name",
                                "  Handbook ",
                                "kind",
                                "folder",
                                "config",
                                Map.of("path", folder.toString()),
                                "access",
                                Map.of("members", people)))
                .post("/api/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("");

        assertTrue(Instant.parse((String) made.get("createdAt"))
                .isAfter(Instant.now().minusSeconds(60)));
        assertEquals(7, UUID.fromString((String) made.get("id")).version());
        assertEquals(
                Map.of(
                        "id", made.get("id"),
                        "name", "Handbook",
                        "kind", "folder",
                        "config", Map.of("path", folder.toString()),
                        "access", Map.of("members", people, "groups", List.of()),
                        "createdAt", made.get("createdAt"),
                        "updatedAt", made.get("createdAt")),
                made);
        assertEquals(made, call(admin).get("/api/sources/" + made.get("id")).path(""));
        assertEquals(made, call(admin).get("/api/sources").path("items[0]"));
        Map<String, Object> card = Map.of("id", made.get("id"), "name", "Handbook", "kind", "folder");
        assertEquals(card, call(member).get("/api/sources/" + made.get("id")).path(""));
        assertEquals(card, call(member).get("/api/sources").path("items[0]"));
    }

    @Test
    void aRepeatUnderTheSameKeyGetsTheFirstAnswer() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> first = create(admin, key, body("first"))
                .then()
                .statusCode(201)
                .extract()
                .path("");

        assertEquals(
                first,
                create(admin, key, body("first"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path(""));
        create(admin, key, body("second"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:nightshift:problem:conflict"))
                .body("detail", equalTo("This Idempotency-Key was used with another body."));
        String colleague = Tokens.admin(MemberId.next(), "Cleo");
        assertFalse(first.get("id").equals(create(colleague, key, body("first")).path("id")));
        create(admin, "k".repeat(256), body("third"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void aRepeatIsAnsweredThoughTheFolderIsGone() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        Map<String, Object> body = Map.of(
                "name", "brief", "kind", "folder", "config", Map.of("path", gone.toString()), "access", EVERYONE);
        String key = UUID.randomUUID().toString();
        Response first = create(admin, key, body);
        first.then().statusCode(201).header("Location", "/api/sources/" + first.path("id"));
        Files.delete(gone);

        assertEquals(
                first.asString(),
                create(admin, key, body).then().statusCode(201).extract().asString());
    }

    @Test
    void aFailedCreationLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        create(admin, key, Map.of("name", "x")).then().statusCode(400);
        create(admin, key, body("x")).then().statusCode(201);
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        UUID id = createSource("before", EVERYONE);
        String path = "/api/sources/" + id;

        call(admin, Map.of("name", "after"))
                .contentType("application/merge-patch+json")
                .patch(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("after"))
                .body("access", equalTo(EVERYONE))
                .body("config.path", equalTo(folder.toString()));
        List<String> people = List.of(memberId.toString());
        call(admin, Map.of("access", Map.of("members", people)))
                .patch(path)
                .then()
                .body("access", equalTo(Map.of("members", people, "groups", List.of())));
        List<String> groups = List.of(UUID.randomUUID().toString());
        call(admin, Map.of("access", Map.of("groups", groups)))
                .patch(path)
                .then()
                .body("access", equalTo(Map.of("members", people, "groups", groups)));
        call(admin, "{\"access\": {\"members\": null}}").patch(path).then().statusCode(400);
        call(admin, Map.of("access", EVERYONE)).patch(path).then().body("access", equalTo(EVERYONE));
        assertEquals("after", call(member).get(path).path("name"));
    }

    @Test
    void onlyAdminsManageAndNobodyLearnsOfWhatTheyMayNotSee() {
        UUID open = createSource("open", EVERYONE);
        UUID closed = createSource("closed", Map.of("members", List.of()));
        String run = runToken(ActingFor.organisation(), List.of(), null, List.of());

        call(member, body("mine")).post("/api/sources").then().statusCode(403);
        call(run, body("mine")).post("/api/sources").then().statusCode(403);
        for (Map.Entry<UUID, Integer> expected :
                Map.of(open, 403, closed, 404, UUID.randomUUID(), 404).entrySet()) {
            String path = "/api/sources/" + expected.getKey();
            int status = expected.getValue();
            call(member, Map.of("name", "mine")).patch(path).then().statusCode(status);
            call(member).delete(path).then().statusCode(status);
            call(member).post(path + "/sync").then().statusCode(status);
            call(member).get(path + "/status").then().statusCode(status);
        }
        assertEquals("open", call(admin).get("/api/sources/" + open).path("name"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String id : List.of(UUID.randomUUID().toString(), "nonsense", "1-1-1-1-1")) {
            String path = "/api/sources/" + id;
            call(admin).get(path).then().statusCode(404).contentType("application/problem+json");
            call(admin, Map.of("name", "x")).patch(path).then().statusCode(404);
            call(admin).delete(path).then().statusCode(404);
            call(admin).post(path + "/sync").then().statusCode(404);
            call(admin).get(path + "/status").then().statusCode(404);
        }
    }

    @Test
    void theListTurnsItsPagesNewestFirst() {
        List<String> made = new ArrayList<>();
        MemberId reader = MemberId.next();
        for (int i = 0; i < 5; i++) {
            made.addFirst(createSource("page " + i, Map.of("members", List.of(reader.toString())))
                    .toString());
        }
        String token = Tokens.member(reader, "Rea");

        List<String> seen = new ArrayList<>();
        Response page = call(token).get("/api/sources?limit=2");
        seen.addAll(page.path("items.id"));
        while (page.path("nextCursor") != null) {
            page = call(token).get("/api/sources?limit=2&cursor=" + page.path("nextCursor"));
            seen.addAll(page.path("items.id"));
        }

        assertEquals(made, seen.subList(0, 5));
        assertEquals(seen, call(token).get("/api/sources?limit=200").path("items.id"));
        assertEquals(made, call(admin).get("/api/sources?limit=5").path("items.id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "limit=1.5", "cursor=x", "limit=-1", "limt=5"})
    void aListWithAWrongParameterIsRefused(String query) {
        call(member)
                .get("/api/sources?" + query)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of(query.substring(0, query.indexOf('=')))));
    }

    @Test
    void aFolderMustReallyLieUnderARoot() throws Exception {
        Path link = Files.createSymbolicLink(allowed.resolve("link" + UUID.randomUUID()), outside);
        Path file = write("file.md", "x");
        String notAllowed =
                "does not lie under a folder that the setting NIGHTSHIFT_SOURCE_ROOTS of this installation allows";
        Map<String, String> faults = Map.of(
                outside.toString(),
                notAllowed,
                "/",
                notAllowed,
                "/etc/no/such/folder",
                notAllowed,
                link.toString(),
                notAllowed,
                allowed + "/../outside",
                notAllowed,
                allowed + "-beside",
                notAllowed,
                allowed + "/missing",
                "is not a folder that can be read",
                file.toString(),
                "is not a folder that can be read",
                "docs",
                "must be absolute, for example /srv/handbook");
        faults.forEach((path, fault) -> call(
                        admin,
                        Map.of("name", "x", "kind", "folder", "config", Map.of("path", path), "access", EVERYONE))
                .post("/api/sources")
                .then()
                .statusCode(400)
                .body("errors", equalTo(List.of(Map.of("field", "config.path", "message", fault)))));
        UUID id = createSource("moves", EVERYONE);
        call(admin, Map.of("config", Map.of("path", outside.toString())))
                .patch("/api/sources/" + id)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("config.path")));
    }
}
