package dev.nightshift.agentapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nightshift.agentapi.event.NumberedEvent;
import dev.nightshift.contracts.Decision;
import java.time.Instant;

/** What a receiver gets: {@code id} stays the same when it is sent again, {@code body} is JSON. */
@Decision
record Message(String id, String type, String body) {

    static Message of(NumberedEvent event) {
        return of(event.id(), event.type(), event.at(), event.json());
    }

    static Message of(String id, String type, Instant at, JsonNode data) {
        return of(id, type, at, data.toString());
    }

    private static Message of(String id, String type, Instant at, String data) {
        String head = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("timestamp", at.toString())
                .toString();
        return new Message(id, type, head.substring(0, head.length() - 1) + ",\"data\":" + data + "}");
    }
}
