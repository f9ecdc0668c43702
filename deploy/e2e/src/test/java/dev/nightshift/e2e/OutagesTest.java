package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PostgreSQL or Kafka stops answering for 30 s: whoever waits is told so, nothing is lost, all goes on by itself. */
@Tag("long")
class OutagesTest {
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static LocalStack stack;
    private static Door door;

    @BeforeAll
    static void start() throws Exception {
        stack = LocalStack.start(Map.of());
        door = Door.signIn(stack.url(), LocalStack.PASSWORD);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void withoutPostgresAPersonIsToldToTryAgain() throws Exception {
        String agent = steadyAgent("Through the database's pause");
        stack.signal("STOP", "postgres");
        Instant begin = Instant.now();
        HttpResponse<String> answer = door.send("GET", "/api/agents", null);
        Duration took = Duration.between(begin, Instant.now());
        TimeUnit.MILLISECONDS.sleep(AWAY.minus(took).toMillis());
        stack.signal("CONT", "postgres");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(took).isLessThan(Duration.ofSeconds(20));
        assertNothingIsLost(agent);
    }

    @Test
    void withoutKafkaWhatIsAcceptedHappensLater() throws Exception {
        String steady = steadyAgent("Through the broker's pause");
        String manual = door.createAgent(Door.runbook("Later", "manual", "```bash\necho later\n```\n"));
        stack.signal("STOP", "kafka");
        String run = door.post("/api/agents/" + manual + "/runs", Door.JSON.createObjectNode(), 202)
                .path("runId")
                .asText();
        TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
        stack.signal("CONT", "kafka");

        assertThat(Runs.awaitFinal(door, run, Duration.ofSeconds(60))
                        .path("status")
                        .asText())
                .isEqualTo("completed");
        assertNothingIsLost(steady);
    }

    private static String steadyAgent(String name) throws Exception {
        String agent = door.createAgent(Door.runbook(name, "every 5 seconds", "```bash\necho steady\n```\n"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> door.runs(agent).stream().anyMatch(Runs::isFinal));
        return agent;
    }

    private static void assertNothingIsLost(String agent) throws Exception {
        int before = DueTimes.read(stack.kafka()).of(agent).size();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> DueTimes.read(stack.kafka()).of(agent).size() > before + 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> door.send("POST", "/api/agents/" + agent + "/pause", Door.JSON.createObjectNode())
                                .statusCode()
                        == 200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> door.runs(agent).stream().filter(Runs::isFinal).count()
                        >= DueTimes.read(stack.kafka()).runsOf(agent).size());
        List<Instant> times = DueTimes.read(stack.kafka()).of(agent);
        for (int i = 1; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i))).isEqualTo(Duration.ofSeconds(5));
        }
    }
}
