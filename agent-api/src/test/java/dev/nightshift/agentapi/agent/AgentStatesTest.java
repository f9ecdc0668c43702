package dev.nightshift.agentapi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.BackgroundEvent;
import dev.nightshift.contracts.BackgroundEvent.BackgroundAgentStatus;
import dev.nightshift.contracts.RunCommand;
import dev.nightshift.contracts.RunCommand.StopRun;
import dev.nightshift.contracts.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentStatesTest extends AgentApiTest {

    private static String everyMinute() {
        Map<String, Object> agent = agent("Regular");
        agent.put("schedule", "every minute");
        return create(agent);
    }

    @Test
    void aPausedAgentIsOffTheScheduleWithItsNote() {
        String id = everyMinute();

        admin(Map.of("note", "holidays"))
                .post("/api/agents/" + id + "/pause")
                .then()
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("stateNote", equalTo("holidays"))
                .body("version", equalTo(2))
                .body("$", not(hasKey("nextRunAt")));
        admin().post("/api/agents/" + id + "/resume")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("$", not(hasKey("stateNote")))
                .body("nextRunAt", notNullValue());
    }

    @Test
    void eachTransitionIsPublishedOnceAndRepeatingItChangesNothing() {
        String id = everyMinute();

        admin().post("/api/agents/" + id + "/pause").then().statusCode(200);
        admin().post("/api/agents/" + id + "/pause").then().statusCode(200).body("version", equalTo(2));
        admin().post("/api/agents/" + id + "/stop").then().statusCode(200).body("state", equalTo("stopped"));
        admin().post("/api/agents/" + id + "/start").then().statusCode(200).body("state", equalTo("active"));
        admin().post("/api/agents/" + id + "/start").then().statusCode(200).body("version", equalTo(4));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(kafka().events(Topics.AGENTS, AgentEvent.CODEC, id).stream()
                            .map(e -> ((AgentChanged) e).state()))
                    .containsExactly(AgentState.ACTIVE, AgentState.PAUSED, AgentState.STOPPED, AgentState.ACTIVE);
            assertThat(kafka().events(Topics.BACKGROUND_EVENTS, BackgroundEvent.CODEC, id).stream()
                            .map(e -> ((BackgroundAgentStatus) e).status()))
                    .containsExactly("idle", "paused", "stopped", "idle");
        });
    }

    @Test
    void aPausedAgentTakesAnotherNoteAndKeepsItWhereNoneIsGiven() {
        String id = everyMinute();
        String before = pause(id, Map.of("note", "holidays")).extract().path("updatedAt");

        String after = pause(id, Map.of("note", "moving house"))
                .body("stateNote", equalTo("moving house"))
                .body("version", equalTo(3))
                .extract()
                .path("updatedAt");
        pause(id, Map.of("note", "moving house")).body("version", equalTo(3));
        pause(id, Map.of()).body("version", equalTo(3)).body("stateNote", equalTo("moving house"));

        assertThat(Instant.parse(after)).isAfter(Instant.parse(before));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kafka().events(Topics.AGENTS, AgentEvent.CODEC, id).stream()
                                .map(e -> ((AgentChanged) e).version()))
                        .containsExactly(1L, 2L, 3L));
    }

    private static ValidatableResponse pause(String id, Map<String, String> body) {
        return admin(body).post("/api/agents/" + id + "/pause").then().statusCode(200);
    }

    @Test
    void stoppingAsksItsRunsToStop() {
        String id = everyMinute();
        String run = admin().post("/api/agents/" + id + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("runId");

        admin().post("/api/agents/" + id + "/stop").then().statusCode(200);

        List<RunCommand> commands = await().atMost(SOON)
                .until(() -> kafka().events(Topics.RUN_COMMANDS, RunCommand.CODEC, run), found -> !found.isEmpty());
        assertThat(commands).singleElement().isInstanceOfSatisfying(StopRun.class, stop -> {
            assertThat(stop.agentId()).hasToString(id);
            assertThat(stop.by().memberId()).isEqualTo(adminId());
        });
    }

    @Test
    void unknownFieldsAreRefused() {
        String id = everyMinute();

        admin(Map.of("reason", "x"))
                .post("/api/agents/" + id + "/pause")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("reason")));
        admin(Map.of("note", "x")).post("/api/agents/" + id + "/stop").then().statusCode(400);
        admin(Map.of("note", 1)).post("/api/agents/" + id + "/pause").then().statusCode(400);
        admin(Map.of()).post("/api/agents/" + id + "/pause").then().statusCode(200);
    }

    @Test
    void aFreshAgentsStatusCountsNothing() {
        String id = everyMinute();

        admin().get("/api/agents/" + id + "/status")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("runCount", equalTo(0))
                .body("errorCount", equalTo(0))
                .body("skippedCount", equalTo(0))
                .body("isRunning", equalTo(false))
                .body("totalTokens", equalTo(0))
                .body("nextRunAt", notNullValue());
    }

    @Test
    void aNewAgentMayBeginPaused() {
        Map<String, Object> agent = agent("Not yet");
        agent.put("state", "paused");

        admin(agent).post("/api/agents").then().statusCode(201).body("state", equalTo("paused"));
    }
}
