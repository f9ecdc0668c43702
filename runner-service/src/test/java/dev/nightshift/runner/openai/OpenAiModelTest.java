package dev.nightshift.runner.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.contracts.ToolCall;
import dev.nightshift.runner.SampleRun;
import dev.nightshift.runner.journal.JournaledStep;
import dev.nightshift.runner.journal.JournaledStep.ModelStep;
import dev.nightshift.runner.journal.JournaledStep.ToolStep;
import dev.nightshift.runner.model.Conversation;
import dev.nightshift.runner.model.ModelFailure;
import dev.nightshift.runner.model.ModelReply;
import dev.nightshift.runner.model.ModelReply.Answer;
import dev.nightshift.runner.model.ModelRequest;
import dev.nightshift.runner.model.PastRun;
import dev.nightshift.runner.tool.ToolSpec;
import dev.nightshift.runner.waiting.Deadline;
import dev.nightshift.service.models.ModelSettings;
import dev.nightshift.testing.ScriptedAnswer;
import dev.nightshift.testing.ScriptedModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OpenAiModelTest {
    private static final ToolSpec LOOK = new ToolSpec(
            "look", "Looks.", List.of(new ToolSpec.Parameter("where", ToolSpec.Type.TEXT, "Where.", true)));

    @Test
    void streamsTextAndCountsTokens() {
        try (ScriptedModel server = ScriptedModel.saying(
                ScriptedAnswer.text("Good night, all is well.").costing(31, 8))) {
            assertEquals(new Answer("Good night, all is well.", List.of(), 31, 8), ask(server));
        }
    }

    @Test
    void streamsToolCalls() {
        try (ScriptedModel server = ScriptedModel.saying(ScriptedAnswer.calls(
                new ScriptedAnswer.Call("c1", "look", "{\"where\": \"outside\"}"),
                new ScriptedAnswer.Call("c2", "look", "{\"where\": ")))) {
            assertEquals(
                    List.of(
                            new ToolCall(
                                    "c1",
                                    "look",
                                    JsonNodeFactory.instance.objectNode().put("where", "outside")),
                            new ToolCall("c2", "look", TextNode.valueOf("{\"where\": "))),
                    ((Answer) ask(server)).toolCalls());
        }
    }

    @Test
    void charactersThatCannotBeStoredAreReplacedInsideArgumentsToo() {
        try (ScriptedModel server = ScriptedModel.saying(
                ScriptedAnswer.call("look", "{\"where\": [\"a\\u0000b\", {\"x\": \"\\u0000\"}], \"n\": 1}"))) {
            assertEquals(
                    "{\"where\":[\"a\uFFFDb\",{\"x\":\"\uFFFD\"}],\"n\":1}",
                    ((Answer) ask(server)).toolCalls().getFirst().arguments().toString());
        }
    }

    @Test
    void sendsInstructionsHistoryQuestionStepsAndTools() {
        try (ScriptedModel server = ScriptedModel.saying(ScriptedAnswer.text("ok"))) {
            Instant now = Instant.now();
            ToolCall bad = new ToolCall("c1", "look", TextNode.valueOf("oops"));
            List<JournaledStep> steps = List.of(
                    new ModelStep(UUID.randomUUID(), 1, "m", "", List.of(bad), 0, 0, now, 0),
                    ToolStep.started(UUID.randomUUID(), 2, bad, now).ended(StepStatus.REFUSED, "not JSON", now, false));
            ask(
                    server,
                    new Conversation(
                            SampleRun.of("Be brief.").withTask("And now?").due(),
                            List.of(new PastRun("Who?", "Me.")),
                            steps));

            JsonNode request = server.requests().getFirst();
            assertEquals(
                    List.of(
                            "system: Be brief.",
                            "user: Who?",
                            "assistant: Me.",
                            "user: And now?",
                            "assistant: ",
                            "tool: not JSON"),
                    StreamSupport.stream(request.path("messages").spliterator(), false)
                            .map(m -> m.path("role").asText() + ": "
                                    + m.path("content").asText(""))
                            .map(line -> line.replace("null", ""))
                            .toList());
            assertEquals(
                    "{\"not_json\":\"oops\"}",
                    request.at("/messages/4/tool_calls/0/function/arguments").asText());
            assertEquals("look", request.at("/tools/0/function/name").asText());
            assertEquals(
                    "where",
                    request.at("/tools/0/function/parameters/required/0").asText());
        }
    }

    @Test
    void triesAgainAfterAPassingFailure() {
        try (ScriptedModel server = ScriptedModel.saying(
                new ScriptedAnswer.Fails(429, "slow down"),
                new ScriptedAnswer.Breaks("half an ans"),
                ScriptedAnswer.text("whole"))) {
            assertEquals("whole", ((Answer) ask(server)).text());
        }
    }

    @Test
    void aRefusedKeyIsNotTriedAgainAndSaysWhatToDo() {
        try (ScriptedModel server = ScriptedModel.saying(
                new ScriptedAnswer.Fails(401, "bad key"), ScriptedAnswer.text("never asked for"))) {
            ModelFailure failure = assertThrows(ModelFailure.class, () -> ask(server));
            assertTrue(failure.advice().contains("NIGHTSHIFT_MODELS_MY_MODEL_API_KEY"), failure.advice());
            assertEquals(1, server.requests().size());
        }
    }

    private static ModelReply ask(ScriptedModel server) {
        return ask(server, new Conversation(SampleRun.of("Be brief.").due(), List.of(), List.of()));
    }

    private static ModelReply ask(ScriptedModel server, Conversation conversation) {
        ModelSettings.Model settings = ModelSettings.of(Map.of(
                        "NIGHTSHIFT_MODELS_MY_MODEL_PROVIDER", "openai",
                        "NIGHTSHIFT_MODELS_MY_MODEL_BASE_URL", server.baseUrl(),
                        "NIGHTSHIFT_MODELS_MY_MODEL_MODEL", "any"))
                .models()
                .get("my-model");
        Deadline deadline = Deadline.in(Duration.ofSeconds(30), InstantSource.system());
        return new OpenAiProvider()
                .open(settings)
                .answer(new ModelRequest(conversation, List.of(LOOK), true, deadline));
    }
}
