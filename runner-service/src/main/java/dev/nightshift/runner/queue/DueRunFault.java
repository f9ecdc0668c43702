package dev.nightshift.runner.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MalformedEventException;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
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
        String sentence;
        try {
            Optional<String> missing =
                    DueRunEvent.CODEC.decode(value) instanceof RunDue due ? missing(due) : Optional.empty();
            if (missing.isEmpty()) {
                return Optional.empty();
            }
            sentence = missing.get();
        } catch (MalformedEventException e) {
            sentence = "The due record cannot be read: " + e.getMessage();
        }
        return identify(key, value, sentence);
    }

    /** Says which fields a run cannot do without and does not have. */
    static Optional<String> missing(RunDue due) {
        Map<String, @Nullable Object> needed = new LinkedHashMap<>();
        needed.put("runId", due.runId());
        needed.put("sessionId", due.sessionId());
        needed.put("agentId", due.agentId());
        needed.put("trigger", due.trigger());
        needed.put("decidedAt", due.decidedAt());
        needed.put("actingFor", due.actingFor());
        AgentDefinition definition = due.definition();
        needed.put("definition", definition);
        if (definition != null) {
            needed.put("definition.name", definition.name());
            needed.put("definition.type", definition.type());
            needed.put("definition.instructions", definition.instructions());
            needed.put("definition.overlapPolicy", definition.overlapPolicy());
            needed.put("definition.limits", definition.limits());
        }
        String missing = String.join(
                ", ",
                needed.entrySet().stream()
                        .filter(field -> field.getValue() == null)
                        .map(Map.Entry::getKey)
                        .toList());
        return missing.isEmpty() ? Optional.empty() : Optional.of("The due record lacks " + missing + ".");
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
