package dev.nightshift.collab.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.collab.CollabTest;
import dev.nightshift.collab.SampleRun;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.testing.StubServer;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionsApiTest extends CollabTest {
    @Test
    void showsASessionToItsOwnerOnly() {
        SampleRun run = SampleRun.of(ADA).queued().started();
        send(run);
        awaitHead(run.session, 2);

        get(ada, "/api/sessions/" + run.session)
                .statusCode(200)
                .body("id", equalTo(run.session.toString()))
                .body("kind", equalTo("background"))
                .body("agentId", equalTo(run.agent.toString()))
                .body("agentName", equalTo("Digest"))
                .body("agentType", equalTo("user"))
                .body("owner.name", equalTo("Ada"))
                .body("runId", equalTo(run.run.toString()))
                .body("activeRunId", equalTo(run.run.toString()))
                .body("head", equalTo(2))
                .body("role", equalTo("owner"));
        for (String path : List.of("", "/events", "/queue")) {
            get(bob, "/api/sessions/" + run.session + path).statusCode(404).contentType("application/problem+json");
            get(admin, "/api/sessions/" + run.session + path).statusCode(404);
        }
        post(bob, run.session, "{\"clientId\": \"1\", \"text\": \"hi\", \"mode\": \"queue\"}")
                .statusCode(404);
    }

    @Test
    void showsTheOrganisationsSessionsToAdmins() {
        SampleRun run = SampleRun.ofOrganisation().queued();
        send(run);
        awaitHead(run.session, 1);
        get(admin, "/api/sessions/" + run.session)
                .statusCode(200)
                .body("agentType", equalTo("org"))
                .body("owner", nullValue());
        get(ada, "/api/sessions/" + run.session).statusCode(404);
    }

    @Test
    void wantsToKnowWhoCalls() {
        given().get("/api/sessions").then().statusCode(401).contentType("application/problem+json");
        get(Tokens.service("runner-service"), "/api/sessions").statusCode(403);
    }

    @Test
    void listsNewestFirstPageByPage() {
        Author carl = SampleRun.somebody("Carl");
        String token = Tokens.member(carl.memberId(), carl.name());
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.addFirst(openChat(carl).toString());
        }
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(get(token, "/api/sessions?limit=2" + cursor)
                    .statusCode(200)
                    .extract()
                    .asString());
            page.path("items").forEach(item -> listed.add(item.path("id").asText()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertEquals(opened, listed);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/sessions?limit=0, limit",
        "/api/sessions?limt=5, limt",
        "/api/sessions?limit=201, limit",
        "/api/sessions?limit=x, limit",
        "/api/sessions?cursor=nonsense, cursor",
        "/api/sessions/0198f0e0-0000-7000-8000-000000000000/events?after=-1, after",
        "/api/sessions/0198f0e0-0000-7000-8000-000000000000/events?after=x, after",
        "/api/sessions/0198f0e0-0000-7000-8000-000000000000/events?limit=201, limit"
    })
    void namesWhatIsWrongWithAQuery(String path, String field) {
        get(ada, path).statusCode(400).contentType("application/problem+json").body("errors.field", hasItems(field));
    }

    @Test
    void readsALogInPages() {
        SampleRun run = SampleRun.of(ADA).queued().tools(10);
        send(run);
        awaitHead(run.session, 21);
        get(ada, "/api/sessions/" + run.session + "/events?after=4&limit=3")
                .statusCode(200)
                .body("items.seq", equalTo(List.of(5, 6, 7)))
                .body("head", equalTo(21));
        get(ada, "/api/sessions/" + run.session + "/events?after=21")
                .body("items", equalTo(List.of()))
                .body("head", equalTo(21));
    }

    @Test
    void createsASessionThatOnlyAgentApiKnows() {
        SampleRun run = SampleRun.of(ADA).queued();
        describe(run, ADA);
        get(ada, "/api/sessions/" + run.session).statusCode(200).body("head", equalTo(0));
        get(ada, "/api/sessions/" + run.session + "/events").statusCode(200).body("items", equalTo(List.of()));
        get(bob, "/api/sessions/" + run.session).statusCode(404);

        send(run);
        awaitHead(run.session, 1);
        assertEquals(List.of("run.queued"), types(ada, run.session));
    }

    @Test
    void doesNotKnowWhatAgentApiDoesNotKnow() {
        get(ada, "/api/sessions/" + SessionId.next()).statusCode(404);
        get(ada, "/api/sessions/not-an-id").statusCode(404);
    }

    @Test
    void saysWhenItCannotFindOut() {
        SessionId session = SessionId.next();
        StubServer.on("GET /internal/sessions/" + session, StubServer.json(500, "{}"));
        get(ada, "/api/sessions/" + session)
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json");
    }

    @Test
    void opensAChatOnceHoweverOftenItIsAsked() {
        SessionId session = SessionId.next();
        AgentId agent = AgentId.next();
        open(session, chatBody(agent, ADA)).then().statusCode(204);
        open(session, chatBody(agent, ADA)).then().statusCode(204);
        open(session, chatBody(agent, BOB)).then().statusCode(409);
        get(ada, "/api/sessions/" + session).statusCode(200).body("kind", equalTo("chat"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"agentId\": \"x\", \"kind\": \"chat\"}",
                "{\"agentId\": \"0198f0e0-0000-7000-8000-000000000000\", \"kind\": \"background\","
                        + " \"owner\": {\"memberId\": \"0198f0e0-0000-7000-8000-000000000000\", \"name\": \"A\"}}"
            })
    void opensNoHalfDescribedChat(String body) {
        open(SessionId.next(), body).then().statusCode(400);
    }

    @Test
    void onlyServicesOpenChats() {
        given().header("Authorization", ada)
                .contentType("application/json")
                .body(chatBody(AgentId.next(), ADA))
                .put("/internal/sessions/" + SessionId.next())
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, fork",
        "GET, grants/1",
        "PUT, grants/1",
        "DELETE, grants/1",
        "POST, share-links",
        "GET, files",
        "GET, files/a/b.txt",
        "PATCH, queue/1",
        "DELETE, queue/1"
    })
    void saysPlainlyWhatIsNotThereYet(String method, String path) {
        SessionId session = openChat(ADA);
        given().header("Authorization", ada)
                .contentType("application/json")
                .body("{}")
                .request(method, "/api/sessions/" + session + "/" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("not supported yet"));
    }

    @Test
    void redeemsNoShareLinkYet() {
        given().header("Authorization", ada)
                .post("/api/share-links/abc/redeem")
                .then()
                .statusCode(400)
                .body("detail", containsString("not supported yet"));
    }

    private SessionId openChat(Author owner) {
        SessionId session = SessionId.next();
        open(session, chatBody(AgentId.next(), owner)).then().statusCode(204);
        return session;
    }

    private static io.restassured.response.Response open(SessionId session, String body) {
        return given().header("Authorization", Tokens.service("agent-api"))
                .contentType("application/json")
                .body(body)
                .put("/internal/sessions/" + session);
    }

    private static String chatBody(AgentId agent, Author owner) {
        return """
                {"agentId": "%s", "kind": "chat", "owner": {"memberId": "%s", "name": "%s"}}""".formatted(agent, owner.memberId(), owner.name());
    }

    private static void describe(SampleRun run, Author owner) {
        StubServer.on("GET /internal/sessions/" + run.session, StubServer.json(200, """
                {"sessionId": "%s", "kind": "background", "agentId": "%s", "agentName": "Digest",
                 "agentType": "user", "runId": "%s", "owner": {"memberId": "%s", "name": "%s"}}""".formatted(
                        run.session, run.agent, run.run, owner.memberId(), owner.name())));
    }
}
