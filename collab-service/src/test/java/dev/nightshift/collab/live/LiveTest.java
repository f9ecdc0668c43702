package dev.nightshift.collab.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.collab.CollabTest;
import dev.nightshift.collab.SampleRun;
import dev.nightshift.collab.Watcher;
import dev.nightshift.collab.log.LogEvent;
import dev.nightshift.contracts.RunCommand;
import dev.nightshift.contracts.RunCommand.StopRun;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.StubServer;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LiveTest extends CollabTest {
    @Inject
    LiveSessions live;

    @Test
    void saysHelloAndTellsTheWholeLogWhereNoNumberIsGiven() {
        SampleRun run = running(4);
        try (Watcher watcher = Watcher.open(Optional.of(ada), run.session, "")) {
            JsonNode hello = watcher.awaitFrame("hello");
            assertEquals(4, hello.path("head").asLong());
            assertEquals("owner", hello.path("role").asText());
            assertEquals("Ada", hello.path("you").path("name").asText());
            assertEquals(
                    "active", hello.path("participants").path(0).path("state").asText());
            assertEquals(run.run.toString(), hello.path("run").path("runId").asText());
            assertEquals("running", hello.path("run").path("status").asText());
            watcher.awaitFrames("event", 4);
            assertEquals(List.of(1L, 2L, 3L, 4L), watcher.numbers());
        }
    }

    @Test
    void tellsWhatHappensFromNowOn() {
        SampleRun run = running(4);
        try (Watcher watcher = Watcher.open(ada, run.session, 4)) {
            watcher.awaitFrame("hello");
            run.completed();
            send(run.journal().subList(4, 5));
            JsonNode frame = watcher.awaitFrame("event");
            assertEquals(5, frame.path("seq").asLong());
            assertEquals(
                    log(ada, run.session).getLast().path("data"),
                    frame.path("event").path("data"));
            assertEquals("run.completed", frame.path("event").path("type").asText());
        }
    }

    @Test
    void goesOnBehindTheGivenNumber() {
        SampleRun run = running(4);
        try (Watcher watcher = Watcher.open(ada, run.session, 2)) {
            watcher.awaitFrames("event", 2);
            assertEquals(List.of(3L, 4L), watcher.numbers());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "-1", "abc", ""})
    void saysPlainlyThatANumberCannotBeContinued(String after) {
        SampleRun run = running(4);
        try (Watcher watcher = Watcher.open(Optional.of(ada), run.session, "?after=" + after)) {
            JsonNode resync = watcher.awaitFrame("resync");
            assertEquals(4, resync.path("head").asLong());
            assertFalse(resync.path("reason").asText().isBlank());
            watcher.say("{\"type\": \"ping\"}");
            watcher.awaitFrame("pong");
            assertEquals(List.of(), watcher.numbers());
        }
    }

    @Test
    void healsANoticeThatWasLost() {
        SampleRun run = running(4);
        try (Watcher watcher = Watcher.open(ada, run.session, 4)) {
            watcher.awaitFrame("hello");
            commitElsewhere(run.session, 5);
            watcher.awaitFrame("event");
            assertEquals(List.of(5L), watcher.numbers());
        }
    }

    @Test
    void hearsWhatAnotherNodeHasCommitted() {
        SampleRun run = running(4);
        try (Watcher watcher = Watcher.open(ada, run.session, 4)) {
            watcher.awaitFrame("hello");
            String record = new LogEvent(5, "{\"id\":\"x\",\"type\":\"run.started\"}").record(run.session);
            kafka.send(
                    Topics.SESSION_EVENTS, run.session.toString(), record.getBytes(StandardCharsets.UTF_8), Map.of());
            assertEquals(
                    "x", watcher.awaitFrame("event").path("event").path("id").asText());
        }
    }

    @Test
    void stopsARun() {
        SampleRun run = running(4);
        try (Watcher watcher = Watcher.open(ada, run.session, 4)) {
            watcher.say("{\"type\": \"stop\", \"runId\": \"" + run.run + "\"}");
            StopRun stop = (StopRun) await().atMost(PATIENCE)
                    .until(
                            () -> kafka.events(Topics.RUN_COMMANDS, RunCommand.CODEC, run.run.toString()),
                            found -> !found.isEmpty())
                    .getFirst();
            assertEquals(run.run, stop.runId());
            assertEquals(run.agent, stop.agentId());
            assertEquals(ADA, stop.by());
        }
    }

    @Test
    void stopsNoRunOfAnotherSessionAndNoneThatIsOver() {
        SampleRun run = running(4).completed();
        send(run.journal().subList(4, 5));
        awaitHead(run.session, 5);
        try (Watcher watcher = Watcher.open(ada, run.session, 5)) {
            watcher.say("{\"type\": \"stop\", \"runId\": \"" + RunId.next() + "\"}");
            watcher.say("{\"type\": \"stop\", \"runId\": \"" + run.run + "\"}");
            List<Integer> statuses = watcher.awaitFrames("problem", 2).stream()
                    .map(frame -> frame.path("problem").path("status").asInt())
                    .toList();
            assertEquals(List.of(404, 409), statuses);
        }
    }

    @Test
    void closesWhoMayNotSeeTheSession() {
        SampleRun run = running(1);
        assertEquals(4404, Watcher.open(bob, run.session, 0).awaitClose());
        assertEquals(4404, Watcher.open(admin, run.session, 0).awaitClose());
        assertEquals(4404, Watcher.open(ada, SessionId.next(), 0).awaitClose());
        assertEquals(4404, Watcher.open(ada, "not-an-id").awaitClose());
        assertEquals(
                4404,
                Watcher.open(Tokens.service("runner-service"), run.session, 0).awaitClose());
    }

    @Test
    void closesWhoIsNotSignedIn() {
        SampleRun run = running(1);
        assertEquals(4401, Watcher.open(Optional.empty(), run.session, "").awaitClose());
        assertEquals(4401, Watcher.open("Bearer nonsense", run.session, 0).awaitClose());
        assertEquals(
                4401,
                Watcher.open(ada.substring(0, ada.length() - 4) + "AAAA", run.session, 0)
                        .awaitClose());
    }

    @Test
    void asksForAnotherTryWhereItCannotFindOut() {
        SessionId session = SessionId.next();
        StubServer.on("GET /internal/sessions/" + session, StubServer.json(500, "{}"));
        assertEquals(1012, Watcher.open(ada, session, 0).awaitClose());
    }

    @Test
    void outlivesTheTokenItCameWith() throws Exception {
        SampleRun run = running(1);
        JwtClaims claims = Tokens.claims("member", ADA.memberId().toString(), List.of("member"));
        claims.setStringClaim("name", "Ada");
        claims.setExpirationTimeMinutesInTheFuture(0.05f);
        String brief = Tokens.bearer(claims);
        try (Watcher watcher = Watcher.open(brief, run.session, 0)) {
            watcher.awaitFrame("event");
            await("the token expires").atMost(PATIENCE).until(() -> {
                try (Watcher late = Watcher.open(brief, run.session, 0)) {
                    await().atMost(PATIENCE)
                            .until(() ->
                                    late.isClosed() || !late.frames("hello").isEmpty());
                    return late.isClosed();
                }
            });
            watcher.say("{\"type\": \"ping\"}");
            watcher.awaitFrame("pong");
            assertFalse(watcher.isClosed());
        }
    }

    @Test
    void closesAWatcherThatDoesNotTakeWhatIsSent() {
        SampleRun run = running(1);
        fill(run.session, 700, 60_000);
        try (Watcher slow = Watcher.openWithoutReading(ada, run.session);
                Watcher quick = Watcher.open(ada, run.session, 0)) {
            quick.awaitFrames("event", 701);
            await("the slow one is closed").atMost(PATIENCE).until(() -> live.watchers(run.session) == 1);
            slow.readOn();
            assertEquals(4408, slow.awaitClose());
            assertTrue(slow.numbers().size() < 701);
            assertEquals(
                    LongStream.rangeClosed(1, slow.numbers().size()).boxed().toList(), slow.numbers());
            assertEquals(LongStream.rangeClosed(1, 701).boxed().toList(), quick.numbers());
        }
    }

    /** A run of which {@code count} events stand in the log. */
    private SampleRun running(int count) {
        SampleRun run = SampleRun.of(ADA).queued().started().tool("one");
        send(run.journal().subList(0, count));
        awaitHead(run.session, count);
        return run;
    }

    /** As another node would, whose notice never arrives. */
    private void commitElsewhere(SessionId session, long seq) {
        pool.preparedQuery("insert into session_events (session_id, seq, body) values ($1, $2, $3)")
                .execute(Tuple.of(session.value(), seq, "{\"id\":\"x\",\"type\":\"run.started\"}"))
                .chain(() -> pool.preparedQuery("update sessions set head = $2 where id = $1")
                        .execute(Tuple.of(session.value(), seq)))
                .await()
                .atMost(PATIENCE);
    }

    private void fill(SessionId session, int events, int size) {
        pool.preparedQuery("""
                        insert into session_events (session_id, seq, body)
                        select $1, n, '{"id":"x","type":"tool.completed","data":"' || repeat('y', $3) || '"}'
                        from generate_series(2, $2 + 1) n""")
                .execute(Tuple.of(session.value(), events, size))
                .chain(() -> pool.preparedQuery("update sessions set head = $2 where id = $1")
                        .execute(Tuple.of(session.value(), (long) events + 1)))
                .await()
                .atMost(PATIENCE);
    }
}
