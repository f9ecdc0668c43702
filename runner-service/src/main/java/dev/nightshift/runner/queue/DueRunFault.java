package dev.nightshift.runner.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MalformedEventException;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@code run.due} record that can never run although it says which run it means: that run must end as failed, or it
 * would stay pending for ever.
 */
@Decision
record DueRunFault(RunId runId, SessionId sessionId, AgentId agentId, String sentence) {
    /** Empty for a record that is fine, is something else, or does not say which run it means. */
    static Optional<DueRunFault> in(@Nullable String key, byte[] value) {
        try {
            DueRunEvent.CODEC.decode(value);
            return Optional.empty();
        } catch (MalformedEventException e) {
            return identify(key, value, "The due record cannot be read: " + e.getMessage());
        }
    }

    private static Optional<DueRunFault> identify(@Nullable String key, byte[] value, String sentence) {
        try {
            JsonNode tree = Json.mapper().readTree(value);
            RunId run = id(tree.path("runId").asText(), RunId::of);
            AgentId agent = id(tree.path("agentId").asText(), AgentId::of);
            AgentId owner = agent == null && key != null ? id(key, AgentId::of) : agent;
            if (!tree.path("type").asText().equals("run.due") || run == null || owner == null) {
                return Optional.empty();
            }
            SessionId session = id(tree.path("sessionId").asText(), SessionId::of);
            return Optional.of(new DueRunFault(run, session == null ? SessionId.ofRun(run) : session, owner, sentence));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static <T> @Nullable T id(String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
