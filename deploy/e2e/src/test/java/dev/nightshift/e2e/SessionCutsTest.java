package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whoever reconnects with the last number gets exactly what was missed, even while collab-service is killed. */
class SessionCutsTest {
    private static final int BLOCKS = 200;
    private static final int CUTS = 100;

    @Test
    void theNumbersSeenOverAHundredCutsEqualTheStoredLog() throws Exception {
        Door door = SharedStack.door();
        String blocks = String.join(
                "\n",
                IntStream.range(0, BLOCKS)
                        .mapToObj(i -> "```bash\necho " + i + "\n```\n")
                        .toList());
        ObjectNode agent = Door.runbook("Two hundred blocks", "manual", blocks);
        agent.putObject("limits").put("maxToolCalls", BLOCKS);
        JsonNode started =
                door.post("/api/agents/" + door.createAgent(agent) + "/runs", Door.JSON.createObjectNode(), 202);
        String session = started.path("sessionId").asText();

        Random random = new Random(20270104);
        List<Long> seen = new ArrayList<>();
        for (int cut = 0; cut < CUTS; cut++) {
            if (cut == 30 || cut == 60) {
                SharedStack.stack().kill("collab-service");
            }
            try (SessionSocket socket = SessionSocket.open(door, session, seen.isEmpty() ? 0 : seen.getLast())) {
                seen.addAll(socket.takeFor(Duration.ofMillis(random.nextInt(250)), random.nextInt(12)));
            }
        }
        JsonNode run = Runs.awaitFinal(door, started.path("runId").asText(), Duration.ofMinutes(3));
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("completed");
        assertThat(run.path("toolCalls").asInt()).isEqualTo(BLOCKS);
        SessionLog log = SessionLog.awaitEnd(door, session, Duration.ofSeconds(30));
        try (SessionSocket socket = SessionSocket.open(door, session, seen.isEmpty() ? 0 : seen.getLast())) {
            seen.addAll(socket.takeUntil(log.head(), Duration.ofSeconds(30)));
        }

        assertThat(log.head()).isGreaterThanOrEqualTo(500);
        assertThat(log.numbers())
                .isEqualTo(LongStream.rangeClosed(1, log.head()).boxed().toList());
        assertThat(seen).isEqualTo(log.numbers());
    }
}
