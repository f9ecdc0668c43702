package dev.nightshift.runner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.RunCompleted;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.ToolCompleted;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunbookRunTest extends RunnerTest {
    private static final String THREE_BLOCKS = """
            ```bash
            echo one
            ```
            ```bash
            echo two
            ```
            ```write notes.txt
            three
            ```
            """;

    @Test
    void runsItsBlocksAndTellsEverythingInOrder() {
        SampleRun run = SampleRun.of(THREE_BLOCKS);
        send(run);
        Row row = awaitStatus(run, "completed");

        assertEquals(
                List.of(
                        "run.queued",
                        "run.started",
                        "model.answered",
                        "tool.started",
                        "tool.completed",
                        "model.answered",
                        "tool.started",
                        "tool.completed",
                        "model.answered",
                        "tool.started",
                        "tool.completed",
                        "model.answered",
                        "run.completed"),
                eventTypes(run));
        List<RunEvent.Known> events = events(run);
        assertEquals(
                LongStream.rangeClosed(1, events.size()).boxed().toList(),
                events.stream().map(RunEvent.Known::n).toList());
        RunCompleted end = (RunCompleted) events.getLast();
        assertEquals("3 blocks ran: ran: echo one; ran: echo two; ran:", end.summary());
        assertEquals(new RunTotals(3, 4, 0, 0), end.totals());
        assertEquals("finished", row.getString("end_reason"));
        assertTrue(end.output().contains("Block 2 (bash) printed:\nran: echo two"), end.output());
    }

    @Test
    void publishesItsEventsToKafkaUnderTheSession() {
        SampleRun run = SampleRun.of("No blocks here.");
        send(run);
        awaitStatus(run, "completed");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        List.of("run.queued", "run.started", "model.answered", "run.completed"),
                        kafka
                                .events(
                                        Topics.RUN_EVENTS,
                                        RunEvent.CODEC,
                                        run.sessionId().toString())
                                .stream()
                                .map(RunEvent.CODEC::typeOf)
                                .toList()));
        assertTrue(row(run).getString("output").contains("nothing to run"));
    }

    @Test
    void keepsOutputsAndTheTaskInTheWorkspace() {
        SampleRun run = SampleRun.of(THREE_BLOCKS).withTask("be quick");
        send(run);
        awaitStatus(run, "completed");

        List<String> files = sandbox.asked("PUT files").stream()
                .flatMap(
                        asked -> StreamSupport.stream(asked.body().path("files").spliterator(), false))
                .map(file ->
                        file.path("path").asText() + "=" + file.path("content").asText())
                .toList();
        assertEquals(
                List.of(
                        "task.txt=be quick",
                        "outputs/1.txt=ran: echo one",
                        "outputs/2.txt=ran: echo two",
                        "outputs/3.txt=ran:"),
                files.stream().map(String::strip).toList());
    }

    @Test
    void asksAsTheRunWithItsKeyAndFence() {
        SampleRun run = SampleRun.of("```bash\necho\n```");
        send(run);
        awaitStatus(run, "completed");

        StubSandbox.Asked asked = sandbox.asked("PUT executions/").getFirst();
        JsonNode step = steps(run.runId(), "").path("items").get(1);
        assertEquals("PUT executions/" + step.path("id").asText(), asked.what());
        assertTrue(asked.bearer().startsWith("Bearer run-token-"), asked.bearer());
        assertEquals(1, asked.fence());
        assertEquals(run.sessionId().toString(), asked.body().path("sessionId").asText());
        assertEquals(
                Duration.ofMinutes(5).toMillis(), asked.body().path("timeoutMs").asLong());
    }

    @Test
    void servesItsStepsInPages() {
        SampleRun run = SampleRun.of("```bash\necho one\n```");
        send(run);
        awaitStatus(run, "completed");

        JsonNode first = steps(run.runId(), "?limit=2");
        JsonNode rest = steps(run.runId(), "?cursor=" + first.path("nextCursor").asText());
        JsonNode tool = first.path("items").get(1);
        assertEquals(
                List.of("model", "tool", "model"),
                List.of(
                        first.at("/items/0/kind").asText(),
                        tool.path("kind").asText(),
                        rest.at("/items/0/kind").asText()));
        assertEquals("run_bash", tool.path("tool").asText());
        assertEquals("echo one\n", tool.at("/arguments/script").asText());
        assertEquals("ran: echo one", tool.path("result").asText());
        assertEquals("completed", tool.path("status").asText());
        assertTrue(rest.has("nextCursor") && rest.path("nextCursor").isNull());
    }

    @Test
    void stepsAreForServicesAndRefuseBadPages() {
        SampleRun run = SampleRun.of("");
        RestAssured.given()
                .get("/internal/runs/" + run.runId() + "/steps")
                .then()
                .statusCode(401);
        RestAssured.given()
                .header("Authorization", dev.nightshift.testing.Tokens.service("agent-api"))
                .get("/internal/runs/" + run.runId() + "/steps?limit=201")
                .then()
                .statusCode(400);
        assertEquals(0, steps(run.runId(), "").path("items").size());
    }

    @Test
    void stopsAtTheFirstFailingBlock() {
        sandbox.answering(request -> StubSandbox.exited(3, "no such thing\n"));
        SampleRun run = SampleRun.of(THREE_BLOCKS);
        send(run);
        awaitStatus(run, "failed");

        RunFailed failed = (RunFailed) events(run).getLast();
        assertEquals("tool_error", failed.endReason().wire());
        assertEquals("Block 1 (bash) failed. It printed:\nno such thing\nexit code 3", failed.error());
        assertEquals(1, sandbox.begun());
        assertEquals(
                "no such thing\nexit code 3",
                steps(run.runId(), "").at("/items/1/result").asText());
    }

    @Test
    void searchesAndReadsTheBestHit() {
        StubServer.on("POST /api/search", StubServer.json(200, """
                {"items": [{"documentId": "d1", "sourceId": "s", "title": "Rota", "snippet": "the night shift",
                 "score": 3.5, "updatedAt": "2026-01-01T00:00:00Z"}], "total": 1, "nextCursor": null}"""));
        StubServer.on("GET /api/documents/d1", StubServer.json(200, """
                {"id": "d1", "title": "Rota", "sourceId": "s", "text": "Ada works tonight.", "from": 1,
                 "totalLines": 1, "metadata": {}}"""));
        SampleRun run =
                SampleRun.of("```search\nnight shift\n```\n```read\nfirst\n```\n```bash\ncat outputs/2.txt\n```");
        send(run);
        awaitStatus(run, "completed");

        List<String> results = events(run).stream()
                .filter(ToolCompleted.class::isInstance)
                .map(event -> ((ToolCompleted) event).result())
                .toList();
        assertTrue(results.get(0).contains("1. Rota\n   document d1, score 3.5"), results.get(0));
        assertEquals("Ada works tonight.", results.get(1));
        assertEquals(
                "Ada works tonight.",
                sandbox.asked("PUT files")
                        .getFirst()
                        .body()
                        .at("/files/1/content")
                        .asText());
    }

    @Test
    void aBlockWhoseToolIsNotAllowedIsRefused() {
        SampleRun run = SampleRun.of("```bash\necho\n```").withActions("search_documents");
        send(run);
        awaitStatus(run, "failed");

        RunFailed failed = (RunFailed) events(run).getLast();
        assertEquals("tool_error", failed.endReason().wire());
        assertTrue(failed.error().startsWith("Block 1 (bash) was refused"), failed.error());
        assertEquals(0, failed.totals().toolCalls());
        assertEquals(List.of(), sandbox.asked);
    }

    @Test
    void aCallThatTakesTooLongEndsTheRun() {
        sandbox.answering(request -> StubSandbox.exited(0, "half").put("timedOut", true));
        SampleRun run = SampleRun.of("```bash\nsleep 9\n```")
                .withLimits(new dev.nightshift.contracts.RunLimits(null, null, null, null, 1000L, null));
        send(run);
        Row row = awaitStatus(run, "failed");
        assertEquals("timeout", row.getString("end_reason"));
        assertEquals("The tool call run_bash timed out after 1 s, the most it may take.", row.getString("error"));
        assertEquals(
                "0 of 1 blocks ran.\n\nBlock 1 (bash) failed. It printed:\n"
                        + "half\ntimed out after 1 s, the most a tool call may take\n",
                row.getString("output"));
        assertEquals(
                1000,
                sandbox.asked("PUT exec").getFirst().body().path("timeoutMs").asLong());
    }

    @Test
    void aRunWhoseWorkIsDoneIsNotUndoneByFilesThatCannotBeLeft() {
        sandbox.answering(request -> {
            sandbox.away = true;
            return StubSandbox.completed("done");
        });
        SampleRun run = SampleRun.of("```bash\necho\n```")
                .withLimits(new dev.nightshift.contracts.RunLimits(null, null, null, null, null, 3000L));
        send(run);
        assertEquals("1 block ran: done", awaitStatus(run, "completed").getString("summary"));
    }

    @Test
    void noStepOutlivesARunThatTakesTooLong() {
        SampleRun run = SampleRun.of("```bash\nwait\n```")
                .withLimits(new dev.nightshift.contracts.RunLimits(null, null, null, null, null, 1000L));
        send(run);
        Row row = awaitStatus(run, "failed");
        assertEquals("timeout", row.getString("end_reason"));
        assertEquals(
                List.of("run.queued", "run.started", "model.answered", "tool.started", "tool.completed", "run.failed"),
                eventTypes(run));
        assertEquals("interrupted", steps(run.runId(), "").at("/items/1/status").asText());
        RunFailed failed = (RunFailed) events(run).getLast();
        assertEquals(1, failed.totals().toolCalls());
        assertEquals("0 of 1 blocks ran.\n\nBlock 1 (bash) had not ended.\n", failed.output());
    }
}
