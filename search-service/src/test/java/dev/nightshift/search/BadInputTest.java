package dev.nightshift.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest extends SearchServiceTest {
    private static void isInvalid(Response response, List<String> fields) {
        ExtractableResponse<Response> answer = response.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract();
        assertEquals("urn:nightshift:problem:invalid", answer.path("type"));
        assertEquals(Integer.valueOf(400), answer.path("status"));
        assertTrue(answer.path("title").toString().length() > 5);
        assertTrue(answer.path("detail").toString().length() > 5);
        assertEquals(fields, answer.path("errors.field"));
        List<String> messages = answer.path("errors.message");
        assertTrue(messages.stream().allMatch(message -> message.length() > 5), messages.toString());
    }

    static Stream<Arguments> sources() {
        String long201 = "x".repeat(201);
        return Stream.of(
                Arguments.of("{}", List.of("name", "kind", "config", "access")),
                Arguments.of(
                        "{\"name\": \" \", \"kind\": \"imap\", \"config\": {}, \"access\": {}}",
                        List.of("name", "kind", "config.path", "access")),
                Arguments.of(
                        "{\"name\": 7, \"kind\": true, \"config\": [], \"access\": \"everyone\"}",
                        List.of("name", "kind", "config", "access")),
                Arguments.of(
                        "{\"name\": \"" + long201 + "\", \"kind\": \"folder\", \"config\": {\"path\": 1, \"depth\": 2},"
                                + " \"access\": {\"everyone\": \"yes\", \"all\": true}, \"owner\": \"me\"}",
                        List.of("name", "config.path", "config.depth", "access.everyone", "access.all", "owner")),
                Arguments.of(
                        "{\"name\": \"x\", \"kind\": \"folder\", \"config\": {\"path\": \"relative\"},"
                                + " \"access\": {\"everyone\": true, \"members\": []}}",
                        List.of("config.path", "access")),
                Arguments.of(
                        "{\"name\": \"x\\u0000\", \"kind\": \"folder\", \"config\": {\"path\": \"/a\\u0000b\"},"
                                + " \"access\": {\"members\": [\"me\", 5], \"groups\": {}}}",
                        List.of("name", "config.path", "access.members[0]", "access.members[1]", "access.groups")),
                Arguments.of(
                        "{\"name\": \"x\", \"kind\": \"folder\", \"config\": {\"path\": \"/\"},"
                                + " \"access\": {\"everyone\": false}}",
                        List.of("config.path", "access")));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aSourceIsRefusedWithEveryFaultAtOnce(String body, List<String> fields) {
        Object before = call(admin).get("/api/sources?limit=200").path("items.id");
        isInvalid(call(admin, body).post("/api/sources"), fields);
        assertEquals(before, call(admin).get("/api/sources?limit=200").path("items.id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"id": "x", "kind": "web", "createdAt": 1, "updatedAt": null} | id,kind,createdAt,updatedAt
                    {"name": null, "config": null, "access": null}                | name,config,access
                    {"name": "", "state": "ready"}                                | name,state
                    {"config": {"path": ""}}                                      | config.path
                    {"access": {}}                                                | access
                    {"access": {"everyone": false}}                               | access
                    {"access": {"everyone": true, "groups": []}}                  | access
                    """)
    void aPatchIsRefusedWithEveryFaultAtOnce(String body, String fields) {
        UUID id = createSource("stays", EVERYONE);
        Map<String, Object> before = call(admin).get("/api/sources/" + id).path("");
        isInvalid(call(admin, body).patch("/api/sources/" + id), List.of(fields.split(",")));
        assertEquals(before, call(admin).get("/api/sources/" + id).path(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                       | query
                    {"query": null}                                          | query
                    {"query": 5, "limit": "10"}                              | query,limit
                    {"query": "x", "limit": 0}                               | limit
                    {"query": "x", "limit": 201}                             | limit
                    {"query": "x", "limit": 1.5}                             | limit
                    {"query": "x", "sourceIds": "all"}                       | sourceIds
                    {"query": "x", "sourceIds": ["docs"]}                    | sourceIds[0]
                    {"query": "x", "cursor": "b29wcw"}                       | cursor
                    {"query": "x", "cursor": "!!"}                           | cursor
                    {"query": "x", "filter": {}, "page": 2}                  | filter,page
                    """)
    void aSearchIsRefusedWithEveryFaultAtOnce(String body, String fields) {
        isInvalid(call(member, body).post("/api/search"), List.of(fields.split(",")));
    }

    @Test
    void aQueryHasABound() {
        search(member, "x".repeat(2000));
        isInvalid(call(member, Map.of("query", "x".repeat(2001))).post("/api/search"), List.of("query"));
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        write("a.md", "alpha beta");
        write("b.md", "alpha beta");
        UUID id = syncedSource("cursors", EVERYONE);
        String cursor = search(member, Map.of("query", "alpha", "limit", 1, "sourceIds", List.of(id)))
                .getString("nextCursor");

        isInvalid(
                call(member, Map.of("query", "beta", "limit", 1, "sourceIds", List.of(id), "cursor", cursor))
                        .post("/api/search"),
                List.of("cursor"));
        isInvalid(
                call(member, Map.of("query", "alpha", "limit", 1, "cursor", cursor))
                        .post("/api/search"),
                List.of("cursor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "null", "\"x\"", "{\"query\": \"a\", \"query\": \"b\"}", "{\"query\": \"x\"} {}", "{"})
    void whatIsNoJsonObjectIsMalformed(String body) {
        for (Response response : List.of(
                call(member, body).post("/api/search"), call(admin, body).post("/api/sources"))) {
            ExtractableResponse<Response> answer = response.then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .extract();
            assertEquals(Integer.valueOf(400), answer.path("status"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=0, from",
        "from=-1, from",
        "from=x, from",
        "from=1.5, from",
        "from=99999999999, from",
        "lines=0, lines",
        "lines=10001, lines",
        "lines=all, lines",
        "from=0&lines=0, 'from,lines'"
    })
    void aDocumentIsReadByWholeNumbers(String query, String fields) {
        isInvalid(call(member).get("/api/documents/" + UUID.randomUUID() + "?" + query), List.of(fields.split(",")));
    }
}
