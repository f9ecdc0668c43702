package dev.nightshift.collab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.collab.SampleRun;
import dev.nightshift.collab.log.NewEvent;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Json;
import org.junit.jupiter.api.Test;

class SessionEventsTest {
    private static final Author ADA = SampleRun.somebody("Ada");

    @Test
    void theFirstEventSaysWhoseRunOfWhichAgentItIs() throws JsonProcessingException {
        SampleRun run = SampleRun.of(ADA).queued();
        assertEquals(json("""
                        {"agentId": "%s", "agentName": "Digest", "trigger": "schedule",
                         "scheduledFor": "2027-01-01T09:00:00Z", "task": "the task",
                         "actingFor": {"kind": "member", "memberId": "%s", "name": "Ada"}}""".formatted(run.agent, ADA.memberId())), data(run));
    }

    @Test
    void aToolsEndSaysWhatItDidAndHowLongItTook() throws JsonProcessingException {
        SampleRun run = SampleRun.of(ADA).queued().tool("Fri");
        JsonNode data = data(run);
        assertEquals(json("""
                        {"stepId": "%s", "step": 2, "tool": "run_bash", "arguments": {"script": "date"},
                         "status": "completed", "result": "Fri", "startedAt": "2027-01-01T09:00:00Z",
                         "durationMs": 78, "counted": true}""".formatted(data.path("stepId").asText())), data);
    }

    @Test
    void anAnswerSaysWhichToolsTheModelWantsAndWhatItCost() throws JsonProcessingException {
        JsonNode data = data(SampleRun.of(ADA).queued().answered("let me see"));
        assertEquals(json("""
                        {"stepId": "%s", "step": 1, "model": "runbook", "text": "let me see",
                         "toolCalls": [{"callId": "c1", "tool": "run_bash", "arguments": {"script": "date"}}],
                         "inputTokens": 12, "outputTokens": 34, "startedAt": "2027-01-01T09:00:00Z",
                         "durationMs": 56}""".formatted(data.path("stepId").asText())), data);
    }

    @Test
    void theEndCarriesItsTotalsFlat() throws JsonProcessingException {
        assertEquals(json("""
                        {"endReason": "finished", "summary": "the summary", "output": "the output", "toolCalls": 3,
                         "modelCalls": 4, "inputTokens": 5, "outputTokens": 6, "startedAt": "2027-01-01T09:00:00Z",
                         "durationMs": 910}"""), data(SampleRun.of(ADA).queued().completed()));
    }

    @Test
    void theIdIsTheSameHoweverOftenItIsTakenOver() {
        SampleRun run = SampleRun.of(ADA).queued();
        assertEquals(run.run + ":1", last(run).id());
    }

    private static NewEvent last(SampleRun run) {
        return SessionEvents.of(run.journal().getLast()).orElseThrow();
    }

    private static JsonNode data(SampleRun run) throws JsonProcessingException {
        return json(last(run).data().toString());
    }

    /** Through text, as a client gets it: numbers have no Java type there. */
    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.mapper().readTree(text);
    }
}
