package dev.nightshift.runner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.testing.ScriptedAnswer;
import dev.nightshift.testing.ScriptedModel;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The model {@code scripted}. Which of its scripts is played stands in the agent's instructions. */
public final class ScriptedModels implements QuarkusTestResourceLifecycleManager {
    private ScriptedModel server;

    @Override
    public Map<String, String> start() {
        server = ScriptedModel.start(ScriptedModels::play);
        return Map.of(
                "NIGHTSHIFT_MODELS_SCRIPTED_PROVIDER", "openai",
                "NIGHTSHIFT_MODELS_SCRIPTED_BASE_URL", server.baseUrl(),
                "NIGHTSHIFT_MODELS_SCRIPTED_MODEL", "scripted-1",
                "NIGHTSHIFT_MODELS_SCRIPTED_INPUT_PRICE", "1000",
                "NIGHTSHIFT_MODELS_SCRIPTED_OUTPUT_PRICE", "1000",
                "NIGHTSHIFT_RUNNER_LEASE_MS", "4000");
    }

    private static ScriptedAnswer play(JsonNode request) {
        int answers = ScriptedModel.toolAnswers(request);
        boolean hasTools = request.path("tools").size() > 0;
        return switch (request.at("/messages/0/content").asText()) {
            case "search, read, compute, answer" ->
                switch (answers) {
                    case 0 ->
                        ScriptedAnswer.call("search_documents", "{\"query\": \"night\"}")
                                .costing(10, 1);
                    case 1 ->
                        ScriptedAnswer.call("read_document", "{\"documentId\": \"d1\"}")
                                .costing(20, 2);
                    case 2 ->
                        ScriptedAnswer.call("run_python", "{\"code\": \"print(6*7)\"}")
                                .costing(30, 3);
                    default ->
                        ScriptedAnswer.text("It is 42. I read one document.").costing(40, 4);
                };
            case "always want another tool" ->
                hasTools
                        ? ScriptedAnswer.call("run_bash", "{\"script\": \"echo " + answers + "\"}")
                        : ScriptedAnswer.text("That is all I could find out.");
            case "three calls at once, for ever" ->
                hasTools
                        ? ScriptedAnswer.calls(bash(answers), bash(answers + 1), bash(answers + 2))
                        : ScriptedAnswer.text("Done after " + answers + ".");
            case "send bad arguments, then good ones" ->
                switch (answers) {
                    case 0 -> ScriptedAnswer.call("run_bash", "{\"script\": ");
                    case 1 -> ScriptedAnswer.call("run_bash", "{\"scripts\": \"x\"}");
                    case 2 -> ScriptedAnswer.call("delete_everything", "{}");
                    case 3 -> ScriptedAnswer.call("run_bash", "{\"script\": \"echo good\"}");
                    default -> ScriptedAnswer.text("Learned.");
                };
            case "send bad arguments for ever" -> ScriptedAnswer.call("run_bash", "not json " + answers);
            case "fail for good" -> new ScriptedAnswer.Fails(401, "who are you");
            case "say what you were told" -> ScriptedAnswer.text(told(request));
            default -> ScriptedAnswer.text("Good night.");
        };
    }

    private static String told(JsonNode request) {
        StringBuilder told = new StringBuilder();
        for (JsonNode message : request.path("messages")) {
            if (!message.path("role").asText().equals("system")) {
                told.append('[').append(message.path("content").asText()).append(']');
            }
        }
        return told.toString();
    }

    private static ScriptedAnswer.Call bash(int number) {
        return new ScriptedAnswer.Call("call-" + number, "run_bash", "{\"script\": \"echo " + number + "\"}");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
