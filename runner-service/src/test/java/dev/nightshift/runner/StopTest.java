package dev.nightshift.runner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.RunEvent.RunCancelled;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StopTest extends RunnerTest {
    private static final String WAITING = "```bash\nwait\n```\n```bash\necho never\n```";

    @Test
    void stopsInTheMiddleOfACommand() {
        SampleRun run = SampleRun.of(WAITING);
        send(run);
        await().atMost(PATIENCE).until(() -> sandbox.begun() == 1);
        stop(run);
        awaitStatus(run, "cancelled");

        RunCancelled end = (RunCancelled) events(run).getLast();
        assertEquals("stopped", end.endReason().wire());
        assertEquals("Stopped by Ada: enough", end.error());
        assertEquals(1, end.totals().toolCalls());
        assertEquals(
                List.of(
                        "run.queued",
                        "run.started",
                        "model.answered",
                        "tool.started",
                        "tool.completed",
                        "run.cancelled"),
                eventTypes(run));
        assertEquals("interrupted", steps(run.runId(), "").at("/items/1/status").asText());
        await().atMost(Duration.ofMillis(1500))
                .until(() -> sandbox.asked("DELETE").size() == 1);
    }

    @Test
    void nothingIsWrittenAfterTheStop() {
        SampleRun run = SampleRun.of(WAITING);
        send(run);
        await().atMost(PATIENCE).until(() -> sandbox.begun() == 1);
        stop(run);
        awaitStatus(run, "cancelled");
        sandbox.mayEnd.countDown();
        SampleRun after = SampleRun.of("").ofAgent(run.agentId());
        send(after);
        awaitStatus(after, "completed");

        assertEquals("cancelled", status(run));
        assertEquals("run.cancelled", eventTypes(run).getLast());
        assertEquals(1, sandbox.begun());
    }

    @Test
    void aStopThatComesBeforeItsRunIsKept() {
        SampleRun run = SampleRun.of(WAITING);
        stop(run);
        await().atMost(PATIENCE)
                .until(() -> !sql(
                                "select 1 from early_stops where run_id = $1",
                                run.runId().value())
                        .isEmpty());
        send(run);
        awaitStatus(run, "cancelled");
        assertEquals(List.of("run.queued", "run.cancelled"), eventTypes(run));
        assertEquals(0, sandbox.begun());
    }

    @Test
    void aFinishedRunIsNotStopped() {
        SampleRun run = SampleRun.of("");
        SampleRun other = SampleRun.of(WAITING).ofAgent(run.agentId());
        send(run);
        awaitStatus(run, "completed");
        send(other);
        awaitStatus(other, "running");
        stop(run);
        stop(other);
        awaitStatus(other, "cancelled");
        assertEquals("completed", status(run));
        assertEquals("run.completed", eventTypes(run).getLast());
    }
}
