package dev.nightshift.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a session's log. {@code seq} is 1, 2, 3, … without a gap; {@code type} is one of the session event
 * types of the public contract.
 */
public record SessionEvent(
        SessionId sessionId,
        long seq,
        String id,
        String type,
        Instant at,
        @Nullable RunId runId,
        @Nullable Author author,
        JsonNode data) {}
