package dev.nightshift.sandbox.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.sandbox.isolation.Action;
import dev.nightshift.sandbox.isolation.Action.ReadFile;
import dev.nightshift.sandbox.isolation.Action.RunBash;
import dev.nightshift.sandbox.isolation.Action.RunPython;
import dev.nightshift.sandbox.isolation.Action.WriteFile;
import dev.nightshift.service.json.Fields;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code PUT …/executions/{stepId}}. */
final class ExecutionBody {
    private static final String TOOLS = "run_bash, run_python, read_file, write_file";

    private ExecutionBody() {}

    /** Throws the 400 that names every fault. A time limit above the ceiling is the ceiling. */
    static ExecutionRequest read(
            RunId run, UUID step, @Nullable JsonNode body, Duration defaultTimeout, Duration maxTimeout) {
        Fields fields = Fields.of(body);
        Owner owner = Owner.read(fields);
        String tool = fields.requiredText("tool", 100, TOOLS);
        Fields given = fields.object("arguments");
        if (given == null && !fields.isNull("arguments") && !fields.has("arguments")) {
            fields.fail("arguments", "is required");
        }
        Long timeout = fields.number("timeoutMs", 1, Long.MAX_VALUE);
        fields.rejectOthers();
        Action action = tool == null || given == null
                ? null
                : action(tool, fields, given, Objects.requireNonNull(body).get("arguments"));
        fields.throwIfInvalid();
        Duration limit = timeout == null ? defaultTimeout : Duration.ofMillis(Math.min(timeout, maxTimeout.toMillis()));
        return new ExecutionRequest(run, step, owner.session(), owner.fence(), Objects.requireNonNull(action), limit);
    }

    private static @Nullable Action action(String tool, Fields fields, Fields given, JsonNode arguments) {
        Action action = switch (tool) {
            case "run_bash" -> new RunBash(text(given, arguments, "script"));
            case "run_python" -> new RunPython(text(given, arguments, "code"));
            case "read_file" -> new ReadFile(text(given, arguments, "path"));
            case "write_file" -> new WriteFile(text(given, arguments, "path"), text(given, arguments, "content"));
            default -> null;
        };
        if (action == null) {
            fields.fail("tool", "must be one of " + TOOLS);
        } else {
            given.rejectOthers();
        }
        return action;
    }

    /** The text as sent, with a NUL in it too: that is refused as an execution, where the model learns of it. */
    private static String text(Fields given, JsonNode arguments, String name) {
        if (!given.has(name) || given.isNull(name)) {
            given.fail(name, "is required");
        } else if (!arguments.get(name).isTextual()) {
            given.fail(name, "must be text");
        }
        return arguments.path(name).asText();
    }

    /** For which session, and as which holder of the run, something is asked. */
    record Owner(SessionId session, long fence) {
        private static final UUID NONE = new UUID(0, 0);

        static Owner read(Fields fields) {
            UUID session = fields.uuid("sessionId");
            if (session == null && (!fields.has("sessionId") || fields.isNull("sessionId"))) {
                fields.fail("sessionId", "is required");
            }
            Long fence = fields.number("fence", 0, Long.MAX_VALUE);
            if (fence == null && (!fields.has("fence") || fields.isNull("fence"))) {
                fields.fail("fence", "is required");
            }
            return new Owner(new SessionId(session == null ? NONE : session), fence == null ? 0 : fence);
        }
    }
}
