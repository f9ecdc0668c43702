package dev.nightshift.sandbox.bubblewrap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.Json;
import dev.nightshift.sandbox.isolation.Action;
import dev.nightshift.sandbox.isolation.Action.ReadFile;
import dev.nightshift.sandbox.isolation.Action.RunBash;
import dev.nightshift.sandbox.isolation.Action.RunPython;
import dev.nightshift.sandbox.isolation.Action.WriteFile;
import dev.nightshift.sandbox.isolation.Protection;
import java.time.Duration;

/** What the executor is asked, in its own words. */
@Decision
final class Questions {
    private Questions() {}

    static ObjectNode of(Action action, Duration limit, BubblewrapOptions options) {
        return switch (action) {
            case RunBash bash -> run(limit, options).put("bash", bash.script());
            case RunPython python -> run(limit, options).put("python", python.code());
            case ReadFile read -> file("read", read.path(), options);
            case WriteFile write -> file("write", write.path(), options).put("content", write.content());
        };
    }

    static ObjectNode housekeeping(String operation, BubblewrapOptions options) {
        return question(operation).put("most", options.limits().archive());
    }

    private static ObjectNode run(Duration limit, BubblewrapOptions options) {
        return bounded(question("run"))
                .put("timeoutMs", limit.toMillis())
                .put("leaveNothing", options.has(Protection.LEFTOVERS));
    }

    private static ObjectNode file(String operation, String path, BubblewrapOptions options) {
        return bounded(question(operation)).put("path", path).put("confined", options.has(Protection.PATHS));
    }

    private static ObjectNode bounded(ObjectNode question) {
        return question.put("head", Limits.OUTPUT / 2).put("tail", Limits.OUTPUT / 2);
    }

    private static ObjectNode question(String operation) {
        return Json.mapper().createObjectNode().put("op", operation);
    }
}
