package dev.nightshift.collab.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.collab.queue.NewMessage;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.RunId;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.problem.Problem;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What a client says on a socket. */
sealed interface ClientFrame {
    record Say(NewMessage message) implements ClientFrame {}

    record Stop(RunId runId) implements ClientFrame {}

    record Ping() implements ClientFrame {}

    /** Any JSON text; a {@link Problem} where it is none. */
    static JsonNode tree(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw Problem.malformed("The frame is not JSON, or names a field twice.");
        }
    }

    /** Throws a {@link Problem} that says what is not understood. */
    static ClientFrame read(JsonNode tree) {
        Fields fields = Fields.of(tree);
        String type = fields.text("type");
        return switch (type == null ? "" : type) {
            case "message" -> new Say(NewMessage.read(fields));
            case "stop" -> stop(fields);
            case "ping" -> ping(fields);
            case "typing", "approve", "keyboard" -> throw Problem.notSupportedYet("The frame \"" + type + "\"");
            default -> throw Problem.invalid("type", "must be one of message, typing, stop, approve, keyboard, ping");
        };
    }

    /** What the client calls its message, as far as it can be read. */
    static Optional<String> clientId(JsonNode tree) {
        return Optional.ofNullable(tree.path("clientId").textValue());
    }

    private static ClientFrame stop(Fields fields) {
        UUID run = fields.uuid("runId");
        if (!fields.has("runId") || fields.isNull("runId")) {
            fields.fail("runId", "is required: the id of the run to stop");
        }
        fields.rejectOthers();
        fields.throwIfInvalid();
        return new Stop(new RunId(Objects.requireNonNull(run)));
    }

    private static ClientFrame ping(Fields fields) {
        fields.rejectOthers();
        fields.throwIfInvalid();
        return new Ping();
    }
}
