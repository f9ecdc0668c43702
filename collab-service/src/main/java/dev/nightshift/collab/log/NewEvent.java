package dev.nightshift.collab.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that is about to get its number. {@code id} is stable: the same happening always has the same one. */
public record NewEvent(
        String id,
        String type,
        Instant at,
        @Nullable RunId runId,
        @Nullable Author author,
        JsonNode data) {

    /** The event as clients see it, without its number. */
    String body() {
        try {
            return Json.mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that is not JSON: " + type, e);
        }
    }
}
