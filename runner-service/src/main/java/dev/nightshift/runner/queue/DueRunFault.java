package dev.nightshift.runner.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.Json;
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
    private static final String DUE = "run.due";

    /**
     * What a dead record of the topic ends; {@code named} is what its envelope calls it, {@code reason} why it is dead.
     * Empty for one that is something else, or does not say which run it means.
     */
    static Optional<DueRunFault> in(@Nullable String key, @Nullable String named, byte[] value, String reason) {
        try {
            JsonNode tree = Json.mapper().readTree(value);
            RunId run = id(tree.path("runId").asText(), RunId::of);
            AgentId agent = id(tree.path("agentId").asText(), AgentId::of);
            AgentId owner = agent == null && key != null ? id(key, AgentId::of) : agent;
            if (!DUE.equals(tree.path("type").asText(named)) || run == null || owner == null) {
                return Optional.empty();
            }
            SessionId session = id(tree.path("sessionId").asText(), SessionId::of);
            return Optional.of(new DueRunFault(
                    run,
                    session == null ? SessionId.ofRun(run) : session,
                    owner,
                    "The due record cannot be used: " + reason));
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
