package dev.nightshift.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.RunEvent.ModelAnswered;
import dev.nightshift.contracts.RunEvent.RunCompleted;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.ToolCompleted;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModelRunTest extends RunnerTest {
    @Test
    void searchesReadsComputesAndAnswers() {
        StubServer.on("POST /api/search", StubServer.json(200, """
                {"items": [{"documentId": "d1", "title": "Rota", "snippet": "night", "score": 1}], "total": 1}"""));
        StubServer.on("GET /api/documents/d1", StubServer.json(200, "{\"text\": \"six times seven\"}"));
        sandbox.answering(request -> StubSandbox.completed("42\n"));
        SampleRun run = scripted("search, read, compute, answer");
        send(run);
        awaitStatus(run, "completed");

        RunCompleted end = (RunCompleted) events(run).getLast();
        assertEquals("It is 42. I read one document.", end.output());
        assertEquals("It is 42. I read one document.", end.summary());
        assertEquals(new RunTotals(3, 4, 100, 10), end.totals());
        assertEquals(
                List.of(0.011, 0.022, 0.033, 0.044),
                events(run).stream()
                        .filter(ModelAnswered.class::isInstance)
                        .map(answered -> ((ModelAnswered) answered).costUsd().doubleValue())
                        .toList());
        assertEquals(100, row(run).getLong("input_tokens"));
        assertEquals(30, steps(run.runId(), "").at("/items/4/inputTokens").asLong());
    }

    @Test
    void exactlyFifteenToolCallsExecute() {
        SampleRun run = scripted("always want another tool");
        send(run);
        awaitStatus(run, "completed");

        RunCompleted end = (RunCompleted) events(run).getLast();
        assertEquals("tool_call_limit", end.endReason().wire());
        assertEquals("That is all I could find out.", end.output());
        assertEquals(
                new RunTotals(15, 17, end.totals().inputTokens(), end.totals().outputTokens()), end.totals());
        assertEquals(15, sandbox.begun());
        List<ToolCompleted> calls = toolCalls(run);
        assertEquals(16, calls.size());
        assertEquals("refused", calls.getLast().status().wire());
        assertTrue(!calls.getLast().counted() && calls.get(14).counted());
    }

    @Test
    void callsOfOneAnswerCountOneByOne() {
        SampleRun run = scripted("three calls at once, for ever").withMaxToolCalls(4);
        send(run);
        awaitStatus(run, "completed");
        assertEquals(4, sandbox.begun());
        assertEquals(
                List.of("completed", "completed", "completed", "completed", "refused", "refused"),
                toolCalls(run).stream().map(call -> call.status().wire()).toList());
        assertEquals("Done after 6.", row(run).getString("output"));
    }

    @Test
    void aRunbookLongerThanItsLimitAnswersWithWhatItPrinted() {
        SampleRun run = SampleRun.of("```bash\necho x\n```\n".repeat(3)).withMaxToolCalls(2);
        send(run);
        Row row = awaitStatus(run, "completed");
        assertEquals("tool_call_limit", row.getString("end_reason"));
        assertEquals(2, sandbox.begun());
        assertTrue(row.getString("output").startsWith("2 of 3 blocks ran."), row.getString("output"));
    }

    @Test
    void theModelIsToldOfBadArgumentsAndMayTryAgain() {
        SampleRun run = scripted("send bad arguments, then good ones");
        send(run);
        awaitStatus(run, "completed");

        List<ToolCompleted> calls = toolCalls(run);
        assertEquals(
                List.of("refused", "refused", "refused", "completed"),
                calls.stream().map(call -> call.status().wire()).toList());
        assertTrue(calls.get(0).result().contains("not JSON"), calls.get(0).result());
        assertTrue(
                calls.get(1).result().contains("script is missing"),
                calls.get(1).result());
        assertTrue(
                calls.get(2).result().contains("There is no tool \"delete_everything\""),
                calls.get(2).result());
        assertEquals(1, row(run).getInteger("tool_calls"));
    }

    @Test
    void aModelThatNeverLearnsComesToAnEnd() {
        SampleRun run = scripted("send bad arguments for ever").withMaxToolCalls(2);
        send(run);
        Row row = awaitStatus(run, "failed");
        assertEquals("request_limit", row.getString("end_reason"));
        assertEquals(14, row.getInteger("model_calls"));
    }

    @Test
    void tokensAndMoneyAreLimited() {
        SampleRun tokens =
                scripted("always want another tool").withLimits(new RunLimits(null, null, 30L, null, null, null));
        SampleRun money =
                scripted("always want another tool").withLimits(new RunLimits(null, null, null, 0.03, null, null));
        send(tokens);
        send(money);
        assertEquals("token_limit", awaitStatus(tokens, "failed").getString("end_reason"));
        assertEquals("cost_limit", awaitStatus(money, "failed").getString("end_reason"));
        assertEquals(2, row(tokens).getInteger("model_calls"));
        assertEquals(2, row(money).getInteger("model_calls"));
    }

    @Test
    void aModelThatCannotAnswerFailsTheRunWithAdvice() {
        SampleRun run = scripted("fail for good");
        send(run);
        awaitStatus(run, "failed");
        RunFailed failed = (RunFailed) events(run).getLast();
        assertEquals("model_error", failed.endReason().wire());
        assertTrue(failed.error().contains("NIGHTSHIFT_MODELS_SCRIPTED_API_KEY"), failed.error());
    }

    @Test
    void lostAccessEndsTheRun() {
        agentApi.status = 403;
        SampleRun run = SampleRun.of("```bash\necho\n```");
        send(run);
        Row row = awaitStatus(run, "failed");
        assertEquals("access_lost", row.getString("end_reason"));
        assertEquals("The run lost its access: The owner is disabled.", row.getString("error"));
        assertEquals(List.of(), sandbox.asked);
    }

    @Test
    void waitsWhileNobodySaysWhatTheRunMayDo() {
        agentApi.status = 503;
        SampleRun run = SampleRun.of("```bash\necho\n```");
        send(run);
        org.awaitility.Awaitility.await().atMost(PATIENCE).until(() -> agentApi.asked.size() >= 3);
        assertEquals("running", status(run));
        agentApi.status = 200;
        awaitStatus(run, "completed");
    }

    @Test
    void whatTheTokenDoesNotGrantDoesNotExist() {
        agentApi.grantsNothing = true;
        SampleRun run = SampleRun.of("```bash\necho\n```");
        send(run);
        assertEquals("tool_error", awaitStatus(run, "failed").getString("end_reason"));
        assertEquals(List.of(), sandbox.asked);
    }

    @Test
    void aChatRemembersWhatWasSaidBefore() {
        SessionId session = SessionId.next();
        SampleRun first = scripted("say what you were told").saying("Hello").in(session);
        SampleRun second = scripted("say what you were told")
                .saying("And?", "Well?")
                .in(session)
                .ofAgent(first.agentId());
        send(first);
        send(second);
        awaitStatus(second, "completed");

        assertEquals("[Hello]", row(first).getString("output"));
        assertEquals("[Hello][[Hello]][And?\n\nWell?]", row(second).getString("output"));
        assertEquals(
                List.of(
                        "run.queued",
                        "message.taken",
                        "message.taken",
                        "run.started",
                        "model.answered",
                        "run.completed"),
                eventTypes(second));
        assertTrue(
                !row(second).getOffsetDateTime("started_at").isBefore(row(first).getOffsetDateTime("finished_at")));
    }

    @Test
    void aChatWithTheRunbookRunsTheMessage() {
        SampleRun run = SampleRun.chat("Please:\n```bash\necho hi\n```");
        send(run);
        awaitStatus(run, "completed");
        assertEquals(1, sandbox.begun());
        assertTrue(row(run).getString("output").contains("ran: echo hi"));
    }

    private List<ToolCompleted> toolCalls(SampleRun run) {
        return events(run).stream()
                .filter(ToolCompleted.class::isInstance)
                .map(ToolCompleted.class::cast)
                .toList();
    }

    private static SampleRun scripted(String script) {
        return SampleRun.of(script).withModel("scripted");
    }
}
