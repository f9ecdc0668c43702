package dev.nightshift.collab.queue;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.collab.SampleRun;
import dev.nightshift.collab.Watcher;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.DueRunEvent.ChatMessage;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Trigger;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChatTest extends ChatParties {
    @Test
    void aMessageStartsARunAsItsAuthor() {
        learn(AgentType.USER, AgentState.ACTIVE, 1);
        openChat();
        UUID message = say("a1", "hello");

        RunDue due = awaitDue(1).getFirst();
        assertEquals(RunId.ofMessage(session, message), due.runId());
        assertEquals(session, due.sessionId());
        assertEquals(agent, due.agentId());
        assertEquals(Trigger.CHAT, due.trigger());
        assertEquals(ActingFor.member(ADA.memberId(), "Ada"), due.actingFor());
        assertEquals(
                List.of("hello"), due.messages().stream().map(ChatMessage::text).toList());
        assertEquals(List.of("run_bash", "read_file"), due.definition().allowedActions());
        assertEquals(List.of(SOURCE), due.definition().allowedSources());
        get(ada, "/api/sessions/" + session)
                .body("activeRunId", equalTo(due.runId().toString()))
                .body("agentName", equalTo("Digest"));
    }

    @Test
    void anOrgAgentBringsNoSourcesIntoAChat() {
        learn(AgentType.ORG, AgentState.ACTIVE, 1);
        openChat();
        say("a1", "hello");
        assertEquals(List.of(), awaitDue(1).getFirst().definition().allowedSources());
        get(admin, "/api/sessions/" + session).statusCode(200).body("role", equalTo("viewer"));
        post(admin, session, body("x", "hi")).statusCode(403).body("detail", containsString("Fork it"));
    }

    @Test
    void aRepeatIsOneMessage() {
        learn(AgentType.USER, AgentState.ACTIVE, 1);
        openChat();
        UUID first = say("a1", "hello");
        assertEquals(first, say("a1", "hello"));
        post(ada, session, body("a1", "something else")).statusCode(409);
        assertEquals(1, waiting().size());
    }

    @Test
    void messagesWaitWhileARunIsActiveAndStartTheNextOne() {
        learn(AgentType.USER, AgentState.ACTIVE, 1);
        openChat();
        say("a1", "one");
        RunDue first = awaitDue(1).getFirst();
        UUID second = say("a2", "two");
        say("a3", "three");
        assertEquals(List.of("one", "two", "three"), waiting());

        SampleRun run = SampleRun.chat(first.runId(), session, ADA)
                .queued()
                .taken(first.messages().getFirst())
                .started();
        send(run);
        awaitHead(session, 3);
        assertEquals(List.of("two", "three"), waiting());
        assertEquals(1, dueRuns().size());

        run.completed();
        send(run.journal().subList(3, 4));
        RunDue next = awaitDue(2).get(1);
        assertEquals(RunId.ofMessage(session, second), next.runId());
        assertEquals(
                List.of("two", "three"),
                next.messages().stream().map(ChatMessage::text).toList());
        assertEquals(List.of("two", "three"), waiting());
        List<JsonNode> log = log(ada, session);
        assertEquals("message.posted", log.get(1).path("type").asText());
        assertEquals("one", log.get(1).path("data").path("text").asText());
        assertEquals("Ada", log.get(1).path("author").path("name").asText());
    }

    @Test
    void theQueueIsReadInPages() {
        openChat();
        List.of("one", "two", "three").forEach(text -> say(text, text));
        String queue = "/api/sessions/" + session + "/queue?limit=2";
        String next = get(ada, queue)
                .body("items.text", equalTo(List.of("one", "two")))
                .extract()
                .path("nextCursor");
        get(ada, queue + "&cursor=" + next)
                .body("items.text", equalTo(List.of("three")))
                .body("nextCursor", equalTo(null));
        get(ada, "/api/sessions/" + session + "/queue?limit=0&cursor=x")
                .statusCode(400)
                .body("errors.field", equalTo(List.of("limit", "cursor")));
    }

    @Test
    void aRunThatEndsBeforeItTookItsMessageDoesNotLoseIt() {
        learn(AgentType.USER, AgentState.ACTIVE, 1);
        openChat();
        say("a1", "one");
        RunDue due = awaitDue(1).getFirst();
        send(SampleRun.chat(due.runId(), session, ADA).queued().failed());
        awaitHead(session, 3);
        assertEquals(List.of("run.queued", "message.posted", "run.failed"), types(ada, session));
        assertEquals(List.of(), waiting());
        say("a2", "two");
        assertEquals("two", awaitDue(2).get(1).messages().getFirst().text());
    }

    /** A runner that cannot read the session's id either takes the one that a background run would have. */
    @Test
    void aRunWhoseDueRecordNobodyCouldReadIsSeenToHaveFailed() {
        learn(AgentType.USER, AgentState.ACTIVE, 1);
        openChat();
        say("a1", "one");
        RunDue first = awaitDue(1).getFirst();
        try (Watcher watcher = Watcher.open(ada, session, 0)) {
            send(SampleRun.chat(first.runId(), session, ADA).failed());
            awaitHead(session, 2);
            say("a2", "two");
            RunDue second = awaitDue(2).get(1);
            send(SampleRun.chat(second.runId(), SessionId.ofRun(second.runId()), ADA)
                    .failed());
            awaitHead(session, 4);
            assertEquals(List.of("message.posted", "run.failed", "message.posted", "run.failed"), types(ada, session));
            assertEquals(
                    List.of(1L, 2L, 3L, 4L),
                    watcher.awaitFrames("event", 4).stream()
                            .map(frame -> frame.path("seq").asLong())
                            .toList());
        }
        assertEquals(List.of(), waiting());
        get(ada, "/api/sessions/" + session).body("activeRunId", equalTo(null));
        say("a3", "three");
        assertEquals("three", awaitDue(3).get(2).messages().getFirst().text());
    }

    @Test
    void theOwnerOfABackgroundRunGoesOnInItsSession() {
        SampleRun run = SampleRun.of(ADA).queued().started();
        send(run);
        awaitHead(run.session, 2);
        learn(run.agent, AgentType.USER, AgentState.ACTIVE, 1);
        post(ada, run.session, body("a1", "and now?")).statusCode(200);
        assertEquals(List.of(), dueRuns(run.agent));

        run.completed();
        send(run.journal().subList(2, 3));
        RunDue due = await().atMost(PATIENCE)
                .until(() -> dueRuns(run.agent), found -> !found.isEmpty())
                .getFirst();
        assertEquals(run.session, due.sessionId());
        assertEquals(ActingFor.member(ADA.memberId(), "Ada"), due.actingFor());
    }

    @Test
    void aMessageToAnAgentNotYetKnownWaitsForIt() {
        openChat();
        say("a1", "early");
        assertEquals(List.of(), dueRuns());
        learn(AgentType.USER, AgentState.ACTIVE, 1);
        assertEquals("early", awaitDue(1).getFirst().messages().getFirst().text());
    }

    @Test
    void aStoppedOrDeletedAgentCannotBeTalkedTo() {
        learn(AgentType.USER, AgentState.STOPPED, 1);
        openChat();
        post(ada, session, body("a1", "hi")).statusCode(409).body("detail", containsString("stopped"));
        learn(AgentType.USER, AgentState.ACTIVE, 2);
        say("a2", "hi");
        send(new AgentDeleted(agent, 3, AgentState.DELETED, Instant.now()));
        awaitState(agent, "deleted");
        post(ada, session, body("a3", "hi")).statusCode(409).body("detail", containsString("deleted"));
        assertEquals(200, post(ada, session, body("a2", "hi")).extract().statusCode());
    }

    @Test
    void aMessageOverTheSocketIsAcknowledged() {
        learn(AgentType.USER, AgentState.ACTIVE, 1);
        openChat();
        try (Watcher watcher = Watcher.open(ada, session, 0)) {
            watcher.say("{\"type\": \"message\", \"clientId\": \"w1\", \"text\": \"hi\", \"mode\": \"queue\"}");
            JsonNode ack = watcher.awaitFrame("ack");
            assertEquals("w1", ack.path("clientId").asText());
            assertEquals(say("w1", "hi").toString(), ack.path("messageId").asText());
            watcher.say("{\"type\": \"message\", \"clientId\": \"w2\", \"text\": \"hi\", \"mode\": \"steer\"}");
            JsonNode problem = watcher.awaitFrame("problem");
            assertEquals("w2", problem.path("clientId").asText());
            assertEquals(400, problem.path("problem").path("status").asInt());
        }
    }
}
