package dev.nightshift.collab;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.StubServer;
import dev.nightshift.testing.TestKafka;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running collab-service and the parties around it. */
@WithTestResource(NightshiftTestStack.class)
public abstract class CollabTest {
    protected static final Duration PATIENCE = Watcher.PATIENCE;
    protected static final Author ADA = new Author(MemberId.next(), "Ada");
    protected static final Author BOB = new Author(MemberId.next(), "Bob");

    @Inject
    protected Pool pool;

    protected TestKafka kafka;
    protected String ada;
    protected String bob;
    protected String admin;

    @BeforeEach
    void meetTheParties() {
        kafka = TestKafka.ofThisTest();
        ada = Tokens.member(ADA.memberId(), ADA.name());
        bob = Tokens.member(BOB.memberId(), BOB.name());
        admin = Tokens.admin(MemberId.next(), "Root");
    }

    @AfterEach
    void forgetStubs() {
        StubServer.reset();
    }

    protected void send(SampleRun run) {
        send(run.journal());
    }

    protected void send(List<? extends RunEvent.Known> events) {
        events.forEach(event -> kafka.send(
                Topics.RUN_EVENTS, RunEvent.CODEC, event, event.sessionId().toString()));
    }

    protected ValidatableResponse get(String bearer, String path) {
        return given().header("Authorization", bearer).get(path).then();
    }

    protected ValidatableResponse post(String bearer, SessionId session, String body) {
        return given().header("Authorization", bearer)
                .contentType("application/json")
                .body(body)
                .post("/api/sessions/" + session + "/messages")
                .then();
    }

    /** The whole log as it is stored, read in pages. */
    protected List<JsonNode> log(String bearer, SessionId session) {
        List<JsonNode> events = new ArrayList<>();
        while (true) {
            JsonNode page = json(get(bearer, "/api/sessions/" + session + "/events?limit=200&after=" + events.size())
                    .statusCode(200)
                    .extract()
                    .asString());
            page.path("items").forEach(events::add);
            if (page.path("head").asLong() == events.size()) {
                return events;
            }
        }
    }

    protected List<String> types(String bearer, SessionId session) {
        return log(bearer, session).stream()
                .map(event -> event.path("type").asText())
                .toList();
    }

    /** Waits until the log has {@code count} events. */
    protected List<JsonNode> awaitLog(String bearer, SessionId session, int count) {
        awaitHead(session, count);
        return log(bearer, session);
    }

    protected void awaitHead(SessionId session, long head) {
        await("head " + head).atMost(PATIENCE).until(() -> head(session) >= head);
    }

    protected long head(SessionId session) {
        return number("select coalesce(max(head), -1) from sessions where id = $1", session);
    }

    protected long number(String sql, SessionId session) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(session.value()))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    protected static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
