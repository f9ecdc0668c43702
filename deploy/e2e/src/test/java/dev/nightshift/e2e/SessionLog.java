package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;

/** The stored log of a session, read page by page. */
record SessionLog(List<JsonNode> events) {
    private static final Set<String> ENDS = Set.of("run.completed", "run.failed", "run.cancelled");

    static SessionLog read(Door door, String session) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        while (true) {
            long after = events.isEmpty() ? 0 : events.getLast().path("seq").asLong();
            JsonNode page = door.get("/api/sessions/" + session + "/events?limit=200&after=" + after);
            if (page.path("items").isEmpty()) {
                return new SessionLog(events);
            }
            events.addAll(Door.list(page.path("items")));
        }
    }

    /** The log once the event that ends its run is there. */
    static SessionLog awaitEnd(Door door, String session, Duration atMost) throws Exception {
        Awaitility.await()
                .atMost(atMost)
                .ignoreExceptions()
                .until(() -> read(door, session).events().stream().anyMatch(SessionLog::isEnd));
        return read(door, session);
    }

    long head() {
        return events.isEmpty() ? 0 : events.getLast().path("seq").asLong();
    }

    List<Long> numbers() {
        return events.stream().map(event -> event.path("seq").asLong()).toList();
    }

    List<String> types() {
        return events.stream().map(SessionLog::type).toList();
    }

    static String type(JsonNode item) {
        return item.has("event")
                ? item.path("event").path("type").asText()
                : item.path("type").asText();
    }

    private static boolean isEnd(JsonNode item) {
        return ENDS.contains(type(item));
    }
}
