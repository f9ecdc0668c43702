package dev.nightshift.agentapi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.BackgroundEvent.BackgroundAgentStatus;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskCompleted;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskStarted;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectionTest extends ProjectedRuns {
    @Test
    void aScheduledRunsHistoryFollowsItsRunner() {
        schedulerSays(story.due());
        awaitStatus("pending");
        runnerSays(story.queued(1));
        runnerSays(story.started(2));
        runnerSays(story.model(3));
        runnerSays(story.tool(4, true));
        await().atMost(SOON)
                .untilAsserted(() -> admin().get("/api/runs/" + story.run())
                        .then()
                        .body("status", equalTo("running"))
                        .body("toolCalls", equalTo(1))
                        .body("modelCalls", equalTo(1)));
        admin().get("/api/agents/" + agent + "/status")
                .then()
                .body("isRunning", equalTo(true))
                .body("lastStatus", equalTo("running"))
                .body("runCount", equalTo(1));
        runnerSays(story.completed(5));
        awaitStatus("completed");

        admin().get("/api/runs/" + story.run())
                .then()
                .body("agentId", equalTo(agent))
                .body("sessionId", equalTo(story.session().toString()))
                .body("trigger", equalTo("schedule"))
                .body("scheduledFor", equalTo("2026-11-20T09:00:00Z"))
                .body("endReason", equalTo("finished"))
                .body("summary", equalTo("all done"))
                .body("output", equalTo("the answer"))
                .body("startedAt", notNullValue())
                .body("finishedAt", notNullValue())
                .body("durationMs", equalTo(1500))
                .body("toolCalls", equalTo(3))
                .body("modelCalls", equalTo(2))
                .body("inputTokens", equalTo(100))
                .body("outputTokens", equalTo(20))
                .body("attempt", equalTo(1))
                .body("actingFor.kind", equalTo("organisation"));
        admin().get("/api/agents/" + agent + "/status")
                .then()
                .body("isRunning", equalTo(false))
                .body("lastStatus", equalTo("completed"))
                .body("averageDurationMs", equalTo(1500))
                .body("totalTokens", equalTo(120))
                .body("lastRunAt", notNullValue());
    }

    @Test
    void aRunCostsWhatItsAnswersCost() {
        runnerSays(story.queued(1));
        runnerSays(story.started(2));
        runnerSays(story.model(3));
        await().atMost(SOON)
                .untilAsserted(() -> admin().get("/api/runs/" + story.run())
                        .then()
                        .body("modelCalls", equalTo(1))
                        .body("$", not(hasKey("costUsd"))));
        runnerSays(story.model(4, "0.1"));
        runnerSays(story.model(5, "0.2000001"));
        runnerSays(story.completed(6));
        awaitStatus("completed");

        admin().get("/api/runs/" + story.run()).then().body("costUsd", equalTo(0.3000001f));
    }

    @Test
    void duplicatesGapsAndDisorderLeaveTheSameHistory() {
        for (Known event : List.of(
                story.queued(1),
                story.completed(4),
                story.queued(1),
                story.model(3),
                story.started(2),
                story.completed(4),
                story.started(2))) {
            runnerSays(event);
        }
        awaitStatus("completed");

        admin().get("/api/agents/" + agent + "/status").then().body("runCount", equalTo(1));
        assertThat(said(4).stream().filter(BackgroundTaskStarted.class::isInstance))
                .hasSize(1);
        assertThat(said(4).stream().filter(BackgroundTaskCompleted.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aRunThatDidNotHappenSaysWhy() {
        runnerSays(story.skipped(1, EndReason.OVERLAP));
        awaitStatus("skipped");

        admin().get("/api/runs/" + story.run())
                .then()
                .body("endReason", equalTo("overlap"))
                .body("error", equalTo("the last run is still going"));
        admin().get("/api/agents/" + agent + "/status")
                .then()
                .body("skippedCount", equalTo(1))
                .body("runCount", equalTo(0))
                .body("lastDecision", equalTo("overlap"));
        assertThat(said(2).getLast())
                .isInstanceOfSatisfying(
                        BackgroundAgentStatus.class,
                        status -> assertThat(status.lastDecision()).isEqualTo("overlap"));
    }

    @Test
    void dueTimesThatBringNoRunAreCountedAndShownOnce() {
        schedulerSays(story.notDue(EndReason.CATCH_UP_EXPIRED, 7));
        schedulerSays(story.notDue(EndReason.CATCH_UP_EXPIRED, 7));
        awaitStatus("skipped");

        admin().get("/api/runs?status=skipped&agentId=" + agent)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].endReason", equalTo("catch_up_expired"))
                .body("items[0].dueCount", equalTo(7));
        admin().get("/api/agents/" + agent + "/status").then().body("skippedCount", equalTo(7));
    }

    @Test
    void runsAreFoundByStatusAgentAndTrigger() {
        schedulerSays(story.due());
        awaitStatus("pending");
        String manual =
                admin().post("/api/agents/" + agent + "/runs").then().extract().path("runId");

        admin().get("/api/runs?trigger=manual&agentId=" + agent).then().body("items.id", equalTo(List.of(manual)));
        admin().get("/api/runs?status=pending,running&agentId=" + agent).then().body("items.size()", equalTo(2));
        admin().get("/api/runs?status=failed&agentId=" + agent).then().body("items.size()", equalTo(0));
        admin().get("/api/agents/" + agent + "/runs?limit=1")
                .then()
                .body("items.id", equalTo(List.of(manual)))
                .body("nextCursor", notNullValue());
        admin().get("/api/runs?status=lost&agentId=x&trigger=luck")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("status", "agentId", "trigger")));
    }

    @Test
    void aChatIsSeenByItsSpeakerAloneAndIsNoBackgroundTask() {
        Person speaker = person("Sara");
        RunStory chat = RunStory.chat(AgentId.of(agent), speaker.id());
        runnerSays(chat.queued(1));
        runnerSays(chat.started(2));
        runnerSays(chat.completed(3));

        await().atMost(SOON)
                .untilAsserted(() -> speaker.calls()
                        .get("/api/runs/" + chat.run())
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("completed"))
                        .body("trigger", equalTo("chat")));
        admin().get("/api/runs/" + chat.run()).then().statusCode(404);
        admin().get("/api/agents/" + agent + "/runs").then().body("items", equalTo(List.of()));
        admin().get("/api/agents/" + agent + "/status").then().body("runCount", equalTo(0));
        assertThat(said(1)).hasSize(1);
    }

    @Test
    void aMalformedRecordIsPutAsideAndTheNextOnesGoOn() {
        kafka().send(
                        Topics.RUN_EVENTS,
                        story.session().toString(),
                        "no json".getBytes(StandardCharsets.UTF_8),
                        Map.of());
        runnerSays(story.queued(1));
        runnerSays(story.started(2));

        awaitStatus("running");
        assertThat(kafka().deadLetters(Topics.RUN_EVENTS).stream()
                        .map(item -> new String(item.value(), StandardCharsets.UTF_8)))
                .contains("no json");
    }

    @Test
    void aRunWhoseDueRecordNobodyCouldReadHasFailed() {
        runnerSays(story.failed(1, EndReason.INVALID));
        awaitStatus("failed");
        admin().get("/api/runs/" + story.run())
                .then()
                .body("agentName", equalTo(RunStory.NAME))
                .body("endReason", equalTo("invalid"))
                .body("error", equalTo("it broke"));
    }
}
