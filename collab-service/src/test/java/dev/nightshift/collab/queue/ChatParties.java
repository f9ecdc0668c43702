package dev.nightshift.collab.queue;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.nightshift.collab.CollabTest;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentSchedule;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.contracts.Visibility;
import dev.nightshift.testing.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An agent, a chat with it, and somebody who speaks. */
abstract class ChatParties extends CollabTest {
    protected static final SourceId SOURCE = SourceId.next();

    protected final AgentId agent = AgentId.next();
    protected final SessionId session = SessionId.next();

    protected void learn(AgentType type, AgentState state, long version) {
        learn(agent, type, state, version);
    }

    protected void learn(AgentId id, AgentType type, AgentState state, long version) {
        send(changed(id, type, state, version));
        awaitState(id, state.wire());
    }

    protected void awaitState(AgentId id, String state) {
        await().atMost(PATIENCE)
                .until(() -> number(
                                "select count(*) from agents where state = '" + state + "' and agent_id = $1",
                                new SessionId(id.value()))
                        == 1);
    }

    protected AgentChanged changed(AgentId id, AgentType type, AgentState state, long version) {
        return changed(id, type, state, version, Visibility.EVERYONE);
    }

    protected AgentChanged changed(AgentId id, AgentType type, AgentState state, long version, Visibility visibility) {
        Instant now = Instant.parse("2027-01-01T09:00:00Z");
        Author owner = type == AgentType.USER ? BOB : null;
        AgentDefinition definition = new AgentDefinition(
                id,
                version,
                "Digest",
                type,
                owner,
                visibility,
                "Do it.",
                null,
                OverlapPolicy.SKIP,
                List.of(SOURCE),
                List.of("run_bash", "send_email", "read_file", "server__tool"),
                RunLimits.DEFAULTS);
        AgentSchedule schedule =
                new AgentSchedule("manual", "UTC", now, null, null, 3_600_000, CatchUpPolicy.LATEST, 0);
        return new AgentChanged(id, version, state, now, schedule, definition);
    }

    protected void send(AgentEvent event) {
        kafka.send(Topics.AGENTS, AgentEvent.CODEC, event, keyOf(event));
    }

    private static String keyOf(AgentEvent event) {
        return switch (event) {
            case AgentChanged changed -> changed.agentId().toString();
            case AgentDeleted deleted -> deleted.agentId().toString();
            case AgentEvent.UnknownAgentEvent unknown -> throw new AssertionError(unknown);
        };
    }

    protected void openChat() {
        given().header("Authorization", Tokens.service("agent-api"))
                .contentType("application/json")
                .body("""
                        {"agentId": "%s", "kind": "chat", "owner": {"memberId": "%s", "name": "Ada"}}""".formatted(agent, ADA.memberId()))
                .put("/internal/sessions/" + session)
                .then()
                .statusCode(204);
    }

    protected UUID say(String clientId, String text) {
        return UUID.fromString(post(ada, session, body(clientId, text))
                .statusCode(200)
                .extract()
                .path("messageId"));
    }

    protected static String body(String clientId, String text) {
        return "{\"clientId\": \"" + clientId + "\", \"text\": \"" + text + "\", \"mode\": \"queue\"}";
    }

    protected List<String> waiting() {
        return get(ada, "/api/sessions/" + session + "/queue")
                .statusCode(200)
                .extract()
                .path("items.text");
    }

    protected List<RunDue> dueRuns() {
        return dueRuns(agent);
    }

    protected List<RunDue> dueRuns(AgentId id) {
        return kafka.events(Topics.DUE_RUNS, DueRunEvent.CODEC, id.toString()).stream()
                .map(RunDue.class::cast)
                .toList();
    }

    protected List<RunDue> awaitDue(int count) {
        return await().atMost(PATIENCE).until(this::dueRuns, found -> found.size() >= count);
    }
}
