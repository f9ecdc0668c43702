package dev.nightshift.collab.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.MalformedEventException;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunEvent.UnknownRunEvent;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The {@code n}th entry of a run's journal; its event may be of a type that only a newer version knows. */
record JournalEntry(RunId runId, SessionId sessionId, AgentId agentId, long n, RunEvent event) {
    JournalEntry {
        if (n < 1) {
            throw new IllegalArgumentException("the entries of a run are numbered from 1 on, not " + n);
        }
    }

    /** Empty for an event of an unknown type that does not say where it belongs. */
    static Optional<JournalEntry> of(RunEvent event) {
        return switch (event) {
            case Known k -> Optional.of(new JournalEntry(k.runId(), k.sessionId(), k.agentId(), k.n(), k));
            case UnknownRunEvent u -> ofUnknown(u);
        };
    }

    static JournalEntry decode(byte[] bytes) {
        try {
            return of(RunEvent.CODEC.decode(bytes)).orElseThrow();
        } catch (MalformedEventException e) {
            throw new IllegalStateException("a stored event cannot be read", e);
        }
    }

    byte[] encode() {
        return switch (event) {
            case UnknownRunEvent u -> u.value().toString().getBytes(StandardCharsets.UTF_8);
            case Known k -> RunEvent.CODEC.encode(k);
        };
    }

    private static Optional<JournalEntry> ofUnknown(UnknownRunEvent event) {
        JsonNode value = event.value();
        try {
            return Optional.of(new JournalEntry(
                    RunId.of(value.path("runId").asText()),
                    SessionId.of(value.path("sessionId").asText()),
                    AgentId.of(value.path("agentId").asText()),
                    value.path("n").asLong(),
                    event));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
