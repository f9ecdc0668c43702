package dev.nightshift.sandbox.bubblewrap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Decision;
import dev.nightshift.sandbox.isolation.Action;
import dev.nightshift.sandbox.isolation.Action.ReadFile;
import dev.nightshift.sandbox.isolation.Action.RunBash;
import dev.nightshift.sandbox.isolation.Action.RunPython;
import dev.nightshift.sandbox.isolation.Action.WriteFile;
import dev.nightshift.sandbox.isolation.BoundedOutput;
import dev.nightshift.sandbox.isolation.Outcome;
import java.util.Base64;

/** What the executor's answers mean. */
@Decision
final class Answers {
    private Answers() {}

    static Outcome outcome(Action action, JsonNode answer) {
        if (answer.has("refused")) {
            return Outcome.refused("The path " + answer.path("refused").asText() + ".");
        }
        if (answer.has("error")) {
            return Outcome.failed(sentence(action, answer.path("error").asText()));
        }
        return switch (action) {
            case RunBash bash -> ran(answer);
            case RunPython python -> ran(answer);
            case ReadFile file -> read(file, answer);
            case WriteFile file ->
                Outcome.completed("Wrote " + answer.path("size").asLong() + " bytes to " + file.path() + ".", false);
        };
    }

    private static String sentence(Action action, String error) {
        return switch (action) {
            case ReadFile file -> file.path() + " cannot be read: " + error + ".";
            case WriteFile file -> file.path() + " cannot be written: " + error + ".";
            case RunBash bash -> "The script could not be started: " + error + ".";
            case RunPython python -> "The code could not be started: " + error + ".";
        };
    }

    private static Outcome ran(JsonNode answer) {
        BoundedOutput output = output(answer);
        return answer.path("timedOut").asBoolean()
                ? Outcome.timedOut(output.text(), output.truncated())
                : Outcome.exited(answer.path("exitCode").asInt(), output.text(), output.truncated());
    }

    private static Outcome read(ReadFile file, JsonNode answer) {
        for (byte value : bytes(answer, "head")) {
            if (value == 0) {
                return Outcome.completed(
                        file.path() + " is a binary file of "
                                + answer.path("size").asLong() + " bytes.",
                        false);
            }
        }
        BoundedOutput text = output(answer);
        return Outcome.completed(text.text(), text.truncated());
    }

    private static BoundedOutput output(JsonNode answer) {
        return BoundedOutput.of(
                bytes(answer, "head"),
                bytes(answer, "tail"),
                answer.path("dropped").asLong(),
                Limits.OUTPUT);
    }

    private static byte[] bytes(JsonNode answer, String field) {
        return Base64.getDecoder().decode(answer.path(field).asText());
    }
}
