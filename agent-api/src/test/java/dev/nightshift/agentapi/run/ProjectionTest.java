package dev.nightshift.agentapi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.BackgroundEvent;
import dev.nightshift.contracts.BackgroundEvent.BackgroundAgentStatus;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskCompleted;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskError;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskStarted;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.TestKafka;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectionTest extends AgentApiTest {
    private String agent;
    private RunStory story;

    @BeforeEach
    void makeAgent() {
        Map<String, Object> made = agent(RunStory.NAME);
        made.put("type", "org");
        agent = create(made);
        story = new RunStory(AgentId.of(agent));
    }

    private void runnerSays(Known event) {
        kafka().send(Topics.RUN_EVENTS, RunEvent.CODEC, event, event.sessionId().toString());
    }

    private void schedulerSays(DueRunEvent event) {
        kafka().send(Topics.DUE_RUNS, DueRunEvent.CODEC, event, agent);
    }

    private void awaitStatus(String status) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> admin().get("/api/runs/" + story.run()).then().body("status", equalTo(status)));
    }

    private List<BackgroundEvent> said(int count) {
        return await().atMost(SOON)
                .until(
                        () -> kafka().events(Topics.BACKGROUND_EVENTS, BackgroundEvent.CODEC, agent),
                        events -> events.size() >= count);
    }

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
    void thePublicHearsOfEachRunAndEachChangeOfStatus() {
        runnerSays(story.queued(1));
        runnerSays(story.started(2));
        runnerSays(story.completed(3));

        List<BackgroundEvent> events = said(5);
        assertThat(events.stream().map(BackgroundEvent.CODEC::typeOf))
                .containsExactly(
                        "background_agent_status",
                        "background_task_started",
                        "background_agent_status",
                        "background_task_completed",
                        "background_agent_status");
        assertThat(statuses(events)).containsExactly("idle", "running", "idle");
        assertThat(events.get(3)).isInstanceOfSatisfying(BackgroundTaskCompleted.class, done -> {
            assertThat(done.agentName()).isEqualTo(RunStory.NAME);
            assertThat(done.runId()).isEqualTo(story.run());
            assertThat(done.sessionId()).isEqualTo(story.session());
            assertThat(done.summary()).isEqualTo("all done");
            assertThat(done.durationMs()).isEqualTo(1500);
            assertThat(done.toolCalls()).isEqualTo(3);
            assertThat(done.totalTokens()).isEqualTo(120);
            assertThat(done.endReason()).isEqualTo(EndReason.FINISHED);
            assertThat(done.runCount()).isEqualTo(1);
            assertThat(done.scheduledFor()).isNotNull();
        });
        assertThat(events.getLast()).isInstanceOfSatisfying(BackgroundAgentStatus.class, status -> {
            assertThat(status.lastRunAt()).isNotNull();
            assertThat(status.lastDecision()).isEqualTo("started");
            assertThat(status.runCount()).isEqualTo(1);
        });
    }

    @Test
    void aFailedRunIsAnErrorAndSoIsOneThatSomebodyStopped() {
        RunStory second = new RunStory(AgentId.of(agent));
        runnerSays(story.queued(1));
        runnerSays(story.started(2));
        runnerSays(story.failed(3, EndReason.TOOL_ERROR));
        said(5);
        runnerSays(second.queued(1));
        runnerSays(second.started(2));
        runnerSays(second.cancelled(3, EndReason.STOPPED));

        List<BackgroundEvent> events = said(9);
        List<BackgroundTaskError> errors = events.stream()
                .filter(BackgroundTaskError.class::isInstance)
                .map(BackgroundTaskError.class::cast)
                .toList();
        assertThat(errors.stream().map(BackgroundTaskError::endReason))
                .containsExactly(EndReason.TOOL_ERROR, EndReason.STOPPED);
        assertThat(errors.getFirst().error()).isEqualTo("it broke");
        assertThat(errors.getFirst().errorCount()).isEqualTo(1);
        assertThat(errors.getLast().errorCount()).isEqualTo(1);
        assertThat(statuses(events)).containsExactly("idle", "running", "error", "running", "idle");
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
    void theRecordsAreCloudEvents() {
        runnerSays(story.queued(1));
        runnerSays(story.started(2));
        said(3);

        List<ConsumerRecord<String, byte[]>> records = kafka().records(Topics.BACKGROUND_EVENTS).stream()
                .filter(item -> agent.equals(item.key()))
                .toList();
        ConsumerRecord<String, byte[]> started = records.get(1);
        assertThat(TestKafka.header(started, "ce_specversion")).isEqualTo("1.0");
        assertThat(TestKafka.header(started, "ce_type")).isEqualTo("background_task_started");
        assertThat(TestKafka.header(started, "ce_source")).isNotBlank();
        assertThat(TestKafka.header(started, "ce_subject")).isEqualTo(agent);
        assertThat(TestKafka.header(started, "ce_time")).isNotBlank();
        assertThat(records.stream().map(item -> TestKafka.header(item, "ce_id")))
                .doesNotHaveDuplicates();
        assertThat(new String(started.value(), StandardCharsets.UTF_8)).contains("\"trigger\":\"schedule\"");
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

    private static Stream<String> statuses(List<BackgroundEvent> events) {
        return events.stream()
                .filter(BackgroundAgentStatus.class::isInstance)
                .map(event -> ((BackgroundAgentStatus) event).status());
    }
}
