package dev.nightshift.agentapi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.RunCommand;
import dev.nightshift.contracts.RunCommand.StopRun;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunNowTest extends AgentApiTest {

    private static JsonPath runNow(String agent, Map<String, Object> body) {
        return admin(body)
                .post("/api/agents/" + agent + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    @Test
    void anAcceptedRunCanBeReadAtOnceAndItsRunnerHearsOfIt() {
        String agent = create(agent("Prompt"));

        JsonPath accepted = runNow(agent, Map.of("task", "look twice"));

        String id = accepted.getString("runId");
        assertThat(accepted.getString("sessionId"))
                .isEqualTo(SessionId.ofRun(RunId.of(id)).toString());
        admin().get("/api/runs/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("pending"))
                .body("trigger", equalTo("manual"))
                .body("task", equalTo("look twice"))
                .body("agentName", equalTo("Prompt"))
                .body("actingFor.kind", equalTo("member"))
                .body("actingFor.memberId", equalTo(adminId().toString()));
        List<DueRunEvent> due = await().atMost(SOON)
                .until(() -> kafka().events(Topics.DUE_RUNS, DueRunEvent.CODEC, agent), e -> !e.isEmpty());
        assertThat(due).singleElement().isInstanceOfSatisfying(RunDue.class, run -> {
            assertThat(run.runId()).hasToString(id);
            assertThat(run.trigger()).isEqualTo(Trigger.MANUAL);
            assertThat(run.task()).isEqualTo("look twice");
            assertThat(run.definition().instructions()).isEqualTo("Say hello.");
            assertThat(run.actingFor().memberId()).isEqualTo(adminId());
        });
    }

    @Test
    void whatIsPausedOrStoppedIsNotRun() {
        String agent = create(agent("Resting"));
        for (String state : List.of("pause", "stop")) {
            admin().post("/api/agents/" + agent + "/" + state).then().statusCode(200);

            admin().post("/api/agents/" + agent + "/runs")
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json");
        }
        admin().get("/api/agents/" + agent + "/runs").then().body("items", equalTo(List.of()));
    }

    @Test
    void aFaultyBodyIsNamed() {
        String agent = create(agent("Prompt"));

        admin(Map.of("task", 5, "priority", "high"))
                .post("/api/agents/" + agent + "/runs")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("task", "priority")));
        admin(Map.of("task", "x".repeat(16 * 1024 + 1)))
                .post("/api/agents/" + agent + "/runs")
                .then()
                .statusCode(400);
        admin("[1]").post("/api/agents/" + agent + "/runs").then().statusCode(400);
    }

    @Test
    void stoppingARunAsksTheRunnersAndIsAConflictWhenItIsOver() {
        String agent = create(agent("Prompt"));
        String id = runNow(agent, Map.of()).getString("runId");

        admin(Map.of("reason", "enough"))
                .post("/api/runs/" + id + "/stop")
                .then()
                .statusCode(202)
                .body("runId", equalTo(id));

        List<RunCommand> commands = await().atMost(SOON)
                .until(() -> kafka().events(Topics.RUN_COMMANDS, RunCommand.CODEC, id), e -> !e.isEmpty());
        assertThat(commands)
                .singleElement()
                .isInstanceOfSatisfying(
                        StopRun.class, stop -> assertThat(stop.reason()).isEqualTo("enough"));
        RunStory story = new RunStory(
                RunId.of(id),
                dev.nightshift.contracts.AgentId.of(agent),
                Trigger.MANUAL,
                dev.nightshift.contracts.ActingFor.member(adminId(), "Administrator"));
        kafka().send(
                        Topics.RUN_EVENTS,
                        RunEvent.CODEC,
                        story.queued(1),
                        story.session().toString());
        kafka().send(
                        Topics.RUN_EVENTS,
                        RunEvent.CODEC,
                        story.cancelled(2, dev.nightshift.contracts.EndReason.STOPPED),
                        story.session().toString());
        await().atMost(SOON)
                .untilAsserted(() -> admin().get("/api/runs/" + id).then().body("status", equalTo("cancelled")));
        admin().post("/api/runs/" + id + "/stop").then().statusCode(409).contentType("application/problem+json");
    }

    @Test
    void stepsComeFromTheRunner() {
        String agent = create(agent("Prompt"));
        String id = runNow(agent, Map.of()).getString("runId");
        StubServer.on(
                "GET /internal/runs/" + id + "/steps",
                exchange -> StubServer.respond(
                        exchange,
                        exchange.getRequestURI().getRawQuery().equals("limit=2&cursor=a%2Fb") ? 200 : 400,
                        "application/json",
                        "{\"items\": [{\"n\": 1}], \"nextCursor\": null}"));

        admin().queryParams("limit", 2, "cursor", "a/b")
                .get("/api/runs/" + id + "/steps")
                .then()
                .statusCode(200)
                .body("items[0].n", equalTo(1));
        admin().get("/api/runs/" + id + "/steps?cursor=other")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("cursor")));
    }

    @Test
    void whileTheRunnerIsAwayStepsAreUnavailableAndARunItHasNotHeardOfHasNone() {
        String agent = create(agent("Prompt"));
        String id = runNow(agent, Map.of()).getString("runId");
        StubServer.on("GET /internal/runs/" + id + "/steps", StubServer.json(404, "{}"));
        admin().get("/api/runs/" + id + "/steps").then().statusCode(200).body("items", equalTo(List.of()));
        StubServer.on("GET /internal/runs/" + id + "/steps", StubServer.json(500, "{}"));

        admin().get("/api/runs/" + id + "/steps").then().statusCode(503).header("Retry-After", notNullValue());
    }

    @Test
    void approvalsComeLater() {
        String id = runNow(create(agent("Prompt")), Map.of()).getString("runId");

        admin(Map.of("decision", "approve"))
                .post("/api/runs/" + id + "/approvals/" + UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("title", equalTo("Not supported yet"));
    }

    @Test
    void anotherMembersRunDoesNotExist() {
        String id = runNow(create(agent("Prompt")), Map.of()).getString("runId");
        Person other = person("Otto");

        other.calls().get("/api/runs/" + id).then().statusCode(404);
        other.calls().get("/api/runs/" + id + "/steps").then().statusCode(404);
        other.calls().post("/api/runs/" + id + "/stop").then().statusCode(403);
        other.calls().get("/api/runs").then().body("items", equalTo(List.of()));
        admin().get("/api/runs/not-a-run").then().statusCode(404);
    }
}
