package dev.nightshift.runner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentSchedule;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.ToolCompleted;
import dev.nightshift.contracts.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run ends when its rights do, and not only at its next step. */
@QuarkusTest
class AccessLostTest extends RunnerTest {
    private static final String WAITING = "```bash\nwait\n```\n\n```search\nanything\n```";

    @Test
    void aRunThatIsBusyWithALongScriptEnds() {
        SampleRun run = SampleRun.of(WAITING);
        send(run);
        await().atMost(PATIENCE).until(() -> sandbox.begun() == 1);

        agentApi.status = 403;

        Row row = awaitStatus(run, "failed");
        assertEquals("access_lost", row.getString("end_reason"));
        assertEquals("The run lost its access: The owner is disabled.", row.getString("error"));
        assertEquals(
                List.of("run.queued", "run.started", "model.answered", "tool.started", "tool.completed", "run.failed"),
                eventTypes(run));
        assertEquals(
                "interrupted", ((ToolCompleted) events(run).get(4)).status().wire());
    }

    @Test
    void theNextToolCallIsNotMade() {
        SampleRun run = SampleRun.of("```bash\nwait\n```\n\n```bash\necho\n```");
        send(run);
        await().atMost(PATIENCE).until(() -> sandbox.begun() == 1);

        agentApi.status = 403;
        sandbox.mayEnd.countDown();

        assertEquals("access_lost", awaitStatus(run, "failed").getString("end_reason"));
        assertEquals(1, sandbox.begun());
    }

    @Test
    void whileItCannotBeFoundOutTheRunGoesOn() {
        SampleRun run = SampleRun.of("```bash\nwait\n```");
        send(run);
        await().atMost(PATIENCE).until(() -> sandbox.begun() == 1);
        agentApi.status = 503;
        int before = agentApi.asked.size();
        await().atMost(PATIENCE).until(() -> agentApi.asked.size() >= before + 3);
        assertEquals("running", status(run));

        agentApi.status = 200;
        sandbox.mayEnd.countDown();

        awaitStatus(run, "completed");
    }

    @Test
    void theWorkOfAnAgentWhoseOwnerLeftHasLostItsAccess() {
        SampleRun run = SampleRun.of(WAITING);
        send(run);
        awaitStatus(run, "running");
        Instant now = Instant.now();
        AgentSchedule schedule = new AgentSchedule("manual", "UTC", now, null, null, 0, CatchUpPolicy.LATEST, 0);
        AgentChanged stopped = new AgentChanged(
                run.agentId(),
                2,
                AgentState.STOPPED,
                now,
                schedule,
                run.definition(),
                EndReason.ACCESS_LOST,
                "Stopped because its owner is disabled.");

        kafka.send(Topics.AGENTS, AgentEvent.CODEC, stopped, run.agentId().toString());

        assertEquals("access_lost", awaitStatus(run, "failed").getString("end_reason"));
        RunFailed failed = (RunFailed) events(run).getLast();
        assertEquals("Stopped because its owner is disabled.", failed.error());
    }
}
