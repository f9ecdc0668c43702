package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** What the topic {@code run-events} says of every run, a record sent twice counted once. */
final class RunLogs {
    private static final Map<String, String> ENDS = Map.of(
            "run.completed",
            "completed",
            "run.failed",
            "failed",
            "run.cancelled",
            "cancelled",
            "run.skipped",
            "skipped");

    private final Map<String, TreeMap<Long, JsonNode>> runs = new TreeMap<>();

    static RunLogs read(String bootstrap) throws IOException {
        RunLogs logs = new RunLogs();
        for (JsonNode event : TopicLog.read(bootstrap, "run-events")) {
            JsonNode before = logs.runs
                    .computeIfAbsent(event.path("runId").asText(), id -> new TreeMap<>())
                    .putIfAbsent(event.path("n").asLong(), event);
            if (before != null && !before.equals(event)) {
                throw new AssertionError("one number, two events: " + before + " and " + event);
            }
        }
        return logs;
    }

    Set<String> runsOf(String agent) {
        Set<String> ids = new TreeSet<>();
        runs.forEach((id, log) -> {
            if (log.firstEntry().getValue().path("agentId").asText().equals(agent)) {
                ids.add(id);
            }
        });
        return ids;
    }

    String statusOf(String run) {
        return ends(run).getFirst();
    }

    void assertEveryRunIsNumberedWithoutGapAndEndsOnce() {
        runs.forEach((id, log) -> {
            assertThat(List.copyOf(log.keySet()))
                    .as("numbers of " + id)
                    .isEqualTo(LongStream.rangeClosed(1, log.size()).boxed().toList());
            assertThat(ends(id)).as("ends of " + id).hasSize(1);
            assertThat(ENDS).containsKey(log.lastEntry().getValue().path("type").asText());
        });
    }

    private List<String> ends(String run) {
        return runs.get(run).values().stream()
                .map(event -> event.path("type").asText())
                .filter(ENDS::containsKey)
                .map(ENDS::get)
                .toList();
    }
}
