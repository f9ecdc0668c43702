package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An agent on a schedule works by itself, on time, and its history says what happened. */
class ScheduledRunTest {
    private static final String INSTRUCTIONS = """
            Say hello, then count.

            ```bash
            echo "hello from $(uname -s)"
            ```

            ```bash
            printf 'one\\ntwo\\n' | tee numbers.txt
            ```

            ```python
            print(sum(len(line) for line in open("numbers.txt")))
            ```
            """;

    @Test
    void threeRunsWithin45SecondsOnTimeWithTrueResults() throws Exception {
        Door door = SharedStack.door();
        String agent = door.createAgent(Door.runbook("Every ten seconds", "every 10 seconds", INSTRUCTIONS));

        Awaitility.await()
                .atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> completed(door, agent).size() >= 3);
        door.post("/api/agents/" + agent + "/stop", Door.JSON.createObjectNode(), 200);

        List<JsonNode> runs = completed(door, agent);
        for (JsonNode run : runs) {
            assertThat(run.path("toolCalls").asInt()).isEqualTo(3);
            assertThat(run.path("endReason").asText()).isEqualTo("finished");
            assertThat(run.path("summary").asText()).isNotBlank();
            assertThat(run.path("output").asText()).contains("hello from Linux");
            assertThat(run.path("durationMs").asLong()).isPositive();
            assertThat(run.path("trigger").asText()).isEqualTo("schedule");
        }
        for (JsonNode run : runs.subList(1, runs.size())) {
            assertThat(lateness(run)).as(run.toString()).isBetween(Duration.ZERO, Duration.ofMillis(300));
        }
        List<JsonNode> tools = door.steps(runs.getLast().path("id").asText()).stream()
                .filter(step -> step.path("kind").asText().equals("tool"))
                .toList();
        assertThat(tools)
                .extracting(step -> step.path("tool").asText())
                .containsExactly("run_bash", "run_bash", "run_python");
        assertThat(tools)
                .extracting(step -> step.path("result").asText().strip())
                .containsExactly("hello from Linux", "one\ntwo", "8");
    }

    private static List<JsonNode> completed(Door door, String agent) throws Exception {
        return door.runs(agent).stream()
                .filter(run -> run.path("status").asText().equals("completed"))
                .sorted(Comparator.comparing(
                        (JsonNode run) -> run.path("scheduledFor").asText()))
                .toList();
    }

    private static Duration lateness(JsonNode run) {
        return Duration.between(
                Instant.parse(run.path("scheduledFor").asText()),
                Instant.parse(run.path("startedAt").asText()));
    }
}
