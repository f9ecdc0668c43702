package dev.nightshift.agentapi.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.BackgroundEvent;
import dev.nightshift.contracts.BackgroundEvent.BackgroundAgentStatus;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskCompleted;
import dev.nightshift.contracts.BackgroundEvent.BackgroundTaskError;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.TestKafka;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicEventsTest extends ProjectedRuns {

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

    private static Stream<String> statuses(List<BackgroundEvent> events) {
        return events.stream()
                .filter(BackgroundAgentStatus.class::isInstance)
                .map(event -> ((BackgroundAgentStatus) event).status());
    }
}
