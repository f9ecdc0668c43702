package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;

/** Waiting for runs. */
final class Runs {
    private static final Set<String> FINAL = Set.of("completed", "failed", "cancelled", "skipped");

    private Runs() {}

    static boolean isFinal(JsonNode run) {
        return FINAL.contains(run.path("status").asText());
    }

    static JsonNode awaitFinal(Door door, String run, Duration atMost) throws Exception {
        Awaitility.await()
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> isFinal(door.get("/api/runs/" + run)));
        return door.get("/api/runs/" + run);
    }
}
