package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the topic {@code due-runs} says, a record sent twice counted once. */
final class DueTimes {
    private final Map<String, JsonNode> decisions = new TreeMap<>();

    static DueTimes read(String bootstrap) throws IOException {
        DueTimes due = new DueTimes();
        for (JsonNode decision : TopicLog.read(bootstrap, "due-runs")) {
            JsonNode before = due.decisions.putIfAbsent(decision.path("runId").asText(), decision);
            if (before != null && !before.equals(decision)) {
                throw new AssertionError("two decisions for one due time: " + before + " and " + decision);
            }
        }
        return due;
    }

    /** The scheduled due times of an agent in order; more than one decision of a time would stand here twice. */
    List<Instant> of(String agent) {
        return decisions.values().stream()
                .filter(d -> d.path("agentId").asText().equals(agent) && d.hasNonNull("scheduledFor"))
                .map(d -> Instant.parse(d.path("scheduledFor").asText()))
                .sorted()
                .toList();
    }

    /** The ids of the runs that were due. */
    Set<String> runsOf(String agent) {
        Set<String> ids = new TreeSet<>();
        decisions.forEach((id, d) -> {
            if (d.path("agentId").asText().equals(agent)
                    && d.path("type").asText().equals("run.due")) {
                ids.add(id);
            }
        });
        return ids;
    }
}
