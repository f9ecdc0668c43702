package dev.nightshift.runner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.RunStarted;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecoveryTest extends RunnerTest {
    private static final String THREE = "```bash\necho one\n```\n```bash\nwait\n```\n```bash\necho three\n```";

    @Test
    void anotherWorkerGoesOnAfterTheLastFinishedStep() {
        SampleRun run = SampleRun.of(THREE);
        send(run);
        await().atMost(PATIENCE).until(() -> sandbox.begun() == 2);
        takeAway(run);
        await().atMost(PATIENCE).until(() -> row(run).getInteger("attempt") == 2);
        await().atMost(PATIENCE).until(() -> sandbox.asked("PUT exec").getLast().fence() == row(run).getLong("fence"));
        sandbox.mayEnd.countDown();
        Row row = awaitStatus(run, "completed");

        assertEquals(3, sandbox.begun());
        assertEquals(3, row.getInteger("tool_calls"));
        List<RunEvent.Known> events = events(run);
        assertEquals(
                LongStream.rangeClosed(1, events.size()).boxed().toList(),
                events.stream().map(RunEvent.Known::n).toList());
        List<Integer> attempts = events.stream()
                .filter(RunStarted.class::isInstance)
                .map(event -> ((RunStarted) event).attempt())
                .toList();
        assertEquals(List.of(1, 2), attempts);
        assertEquals(3, eventTypes(run).stream().filter("tool.started"::equals).count());
        assertEquals(
                3, eventTypes(run).stream().filter("tool.completed"::equals).count());
    }

    @Test
    void theOldHolderWritesNothingAnyMore() {
        SampleRun run = SampleRun.of(THREE);
        send(run);
        await().atMost(PATIENCE).until(() -> sandbox.begun() == 2);
        sql(
                "update runs set fence = fence + 7, n = n where run_id = $1",
                run.runId().value());
        long n = row(run).getLong("n");
        sandbox.mayEnd.countDown();
        await().atMost(PATIENCE).until(() -> row(run).getInteger("attempt") == 2);
        awaitStatus(run, "completed");

        assertTrue(
                events(run).get((int) n) instanceof RunStarted,
                () -> eventTypes(run).toString());
        assertEquals(3, sandbox.begun());
    }

    @Test
    void aResumedCallThatIsNotAllowedAnyMoreIsNotMade() {
        SampleRun run = SampleRun.of(THREE);
        send(run);
        await().atMost(PATIENCE).until(() -> sandbox.begun() == 2);
        agentApi.grantsNothing = true;
        takeAway(run);
        Row row = awaitStatus(run, "failed");
        assertEquals("tool_error", row.getString("end_reason"));
        assertTrue(row.getString("error").startsWith("Block 2 (bash) was interrupted"), row.getString("error"));
        assertEquals(2, row.getInteger("tool_calls"));
    }

    @Test
    void aRunWhoseJournalCannotBeReadComesToAnEnd() {
        SampleRun run = SampleRun.of(THREE);
        send(run);
        await().atMost(PATIENCE).until(() -> sandbox.begun() == 2);
        sql(
                "update steps set tool_calls = '{' where run_id = $1 and n = 1",
                run.runId().value());
        sql(
                "update runs set attempt = 50, fence = fence + 1, lease_until = now() - interval '1 second'"
                        + " where run_id = $1",
                run.runId().value());
        Row row = awaitStatus(run, "failed");
        assertEquals("invalid", row.getString("end_reason"));
        assertEquals(51, row.getInteger("attempt"));
    }

    @Test
    void losingEveryDatabaseConnectionLosesNothing() {
        SampleRun run = SampleRun.of(THREE);
        send(run);
        await().atMost(PATIENCE).until(() -> sandbox.begun() == 2);
        sql("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
        sandbox.mayEnd.countDown();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> status(run), "completed"::equals);

        assertEquals(3, sandbox.begun());
        List<RunEvent.Known> events = events(run);
        assertEquals(
                LongStream.rangeClosed(1, events.size()).boxed().toList(),
                events.stream().map(RunEvent.Known::n).toList());
    }

    @Test
    void waitsForASandboxThatIsAway() {
        sandbox.away = true;
        SampleRun run = SampleRun.of("```bash\necho back\n```");
        send(run);
        awaitStatus(run, "running");
        await().atMost(PATIENCE).until(() -> agentApi.asked.size() > 2);
        sandbox.away = false;
        awaitStatus(run, "completed");
        assertEquals(1, sandbox.begun());
    }

    @Test
    void anInterruptedExecutionIsNotRepeated() {
        sandbox.answering(request -> StubSandbox.completed("half").put("status", "interrupted"));
        SampleRun run = SampleRun.of(THREE.replace("wait", "echo two"));
        send(run);
        Row row = awaitStatus(run, "failed");
        assertEquals("tool_error", row.getString("end_reason"));
        assertTrue(row.getString("error").startsWith("Block 1 (bash) was interrupted"), row.getString("error"));
        assertEquals(1, sandbox.begun());
    }

    /** As if this node had died: nobody renews, and the lease is over. */
    private void takeAway(SampleRun run) {
        await().atMost(PATIENCE).until(() -> {
            sql(
                    "update runs set lease_until = now() - interval '1 second' where run_id = $1 and attempt = 1",
                    run.runId().value());
            return row(run).getInteger("attempt") == 2;
        });
    }
}
