package dev.nightshift.sandbox.execution;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.RunCancelled;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.Topics;
import dev.nightshift.sandbox.isolation.Action.RunBash;
import dev.nightshift.sandbox.live.LiveSandboxes;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.TestKafka;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a workspace goes when its sandbox goes, and when that is. */
@QuarkusTest
@WithTestResource(
        value = NightshiftTestStack.class,
        initArgs = @ResourceArg(name = "nightshift.sandbox.max-live", value = "3"))
class WorkspacesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    LiveSandboxes live;

    @Inject
    ExecutionTable table;

    @Inject
    Recovery recovery;

    @Inject
    Pool pool;

    private final TestRun run = TestRun.next();
    private final UUID step = UUID.randomUUID();

    @AfterEach
    void release() {
        live.runs().forEach(live::release);
    }

    @Test
    void aReleasedRunComesBackToItsFiles() {
        run.bash("echo kept > file; nohup sleep 1000 & true");
        run.release().then().statusCode(204);

        run.bash("cat file; pgrep -c sleep").then().body("output", equalTo("kept\n0\n"));
    }

    @Test
    void theNextRunOfTheSessionHasItsFilesAndAnotherSessionHasNot() {
        run.bash("echo kept > file");

        TestRun.of(run.session()).bash("cat file").then().body("output", equalTo("kept\n"));
        TestRun.next().bash("ls").then().body("output", equalTo(""));
    }

    /** Its archive could be written and never unpacked, and the session would have lost its files for good. */
    @Test
    void aWorkspaceThatCouldNotComeBackIsNotKept() {
        run.bash("echo kept > file");
        run.tool(
                        "run_python",
                        Map.of(
                                "code",
                                "import os\nfor i in range(300):\n    os.mkdir('deep' * 5); os.chdir('deep' * 5)"))
                .then()
                .body("status", equalTo("completed"))
                .body("output", containsString("a path in it is too long"));
        run.release();

        run.bash("ls; cat file").then().body("output", equalTo("file\nkept\n"));
    }

    @Test
    void thePlatformsFilesAreThere() {
        run.files(Map.of("task.txt", "the task\n", "outputs/1.txt", "one\n"))
                .then()
                .statusCode(204);

        run.bash("cat task.txt outputs/1.txt").then().body("output", equalTo("the task\none\n"));
    }

    @Test
    void thePlatformsFilesLastToo() {
        run.files(Map.of("task.txt", "the task\n"));
        run.release();

        run.bash("cat task.txt").then().body("output", equalTo("the task\n"));
    }

    @Test
    void thePlatformsFilesStayInside() {
        run.files(Map.of("../x", "y")).then().statusCode(400).body("errors.field", hasItems("files[0]"));
        run.bash("ln -s /tmp outputs");

        run.files(Map.of("outputs/1.txt", "one")).then().statusCode(409);
        run.bash("ls /tmp").then().body("output", equalTo(""));
    }

    @Test
    void releasingInterruptsWhatRuns() {
        run.bash(step, "echo half > file; sleep 1000", 0).then().body("status", equalTo("running"));
        run.release().then().statusCode(204);

        run.bash(step, "echo half > file; sleep 1000", 20_000)
                .then()
                .body("status", equalTo("interrupted"))
                .body("output", notNullValue());
    }

    @Test
    void theEndOfTheRunReleasesItsSandboxForGood() {
        run.bash(step, "echo done", 20_000);
        TestKafka.ofThisTest()
                .send(Topics.RUN_EVENTS, RunEvent.CODEC, end(run), run.session().toString());
        await().atMost(PATIENCE).until(() -> !live.runs().contains(run.id()));

        run.bash("echo more").then().statusCode(409);
        run.bash(step, "echo done", 0).then().statusCode(200).body("output", equalTo("done\n"));
    }

    private static RunEvent end(TestRun run) {
        return new RunCancelled(
                run.id(),
                run.session(),
                AgentId.next(),
                3,
                Instant.now(),
                EndReason.STOPPED,
                "Stopped by a person.",
                RunTotals.NONE,
                null,
                null);
    }

    @Test
    void noMoreSandboxesThanAllowed() {
        List<TestRun> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(TestRun.next());
            runs.getLast().bash("echo in").then().statusCode(200);
        }

        run.bash(step, "echo in", 20_000)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json");
        run.files(Map.of("a", "b")).then().statusCode(503);
        runs.getFirst().bash("echo still in").then().statusCode(200);
        runs.getFirst().release();
        run.bash(step, "echo in", 20_000).then().statusCode(200).body("output", equalTo("in\n"));
    }

    @Test
    void idleSandboxesAreReleased() {
        run.bash("echo kept > file");

        assertEquals(0, live.releaseIdle(Instant.now()));
        assertEquals(1, live.releaseIdle(Instant.now().plus(Duration.ofHours(1))));
        run.bash("cat file").then().body("output", equalTo("kept\n"));
    }

    @Test
    void whatAnEarlierProcessLeftRunningIsInterruptedAndNotRunAgain() {
        run.bash("echo before > log");
        recordAsRunning("echo again >> log");

        recovery.heartbeat().await().atMost(PATIENCE);

        run.bash(step, "echo again >> log", 20_000).then().body("status", equalTo("interrupted"));
        run.bash("cat log").then().body("output", equalTo("before\n"));
    }

    /** As it would stand in the table, had the process before this one begun it and died. */
    private void recordAsRunning(String script) {
        ExecutionRequest request =
                new ExecutionRequest(run.id(), step, run.session(), run.fence(), new RunBash(script), PATIENCE);
        table.begin(request).await().atMost(PATIENCE);
        pool.preparedQuery("update executions set instance_id = $1 where step_id = $2")
                .execute(Tuple.of(UUID.randomUUID(), step))
                .await()
                .atMost(PATIENCE);
    }
}
