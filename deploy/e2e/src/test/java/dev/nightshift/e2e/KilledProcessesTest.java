package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Killing any process at any moment loses no run and repeats none. */
@Tag("long")
class KilledProcessesTest {
    private static final int AGENTS = 10;
    private static final Duration CHAOS = Duration.ofMinutes(3);
    /** A process that only the block of the test starts, in its middle; in seconds. */
    private static final String MIDDLE = "sleep 4.125";

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
    void aBlockRunsOnceThoughTheRunnerIsKilledInItsMiddle() throws Exception {
        String agent = door.createAgent(Door.runbook(
                "Marks",
                "manual",
                "```bash\necho mark >> marks.txt\n" + MIDDLE
                        + "\necho done\n```\n\n```bash\nwc -l < marks.txt\n```\n"));
        ProcessHandle runner = ProcessHandle.of(stack.pid("runner-service")).orElseThrow();
        ProcessHandle sandboxes = ProcessHandle.of(stack.pid("sandbox-service")).orElseThrow();
        String run = door.post("/api/agents/" + agent + "/runs", Door.JSON.createObjectNode(), 202)
                .path("runId")
                .asText();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> sandboxes.descendants().anyMatch(KilledProcessesTest::isTheMiddle));

        runner.destroyForcibly();

        JsonNode end = Runs.awaitFinal(door, run, Duration.ofSeconds(60));
        assertThat(end.path("status").asText()).as(end.toString()).isEqualTo("completed");
        assertThat(end.path("toolCalls").asInt()).isEqualTo(2);
        List<JsonNode> tools = door.steps(run).stream()
                .filter(s -> s.path("kind").asText().equals("tool"))
                .toList();
        assertThat(tools).extracting(s -> s.path("result").asText().strip()).containsExactly("done", "1");
    }

    @Test
    void noDueTimeIsLostOrDoubledAndEveryRunEnds() throws Exception {
        List<String> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            agents.add(
                    door.createAgent(Door.runbook("Steady " + i, "every 5 seconds", "```bash\necho " + i + "\n```\n")));
        }
        killEverythingOnce(new Random());
        for (String agent : agents) {
            stopPatiently(agent);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> everythingIsFinal(agents));

        DueTimes due = DueTimes.read(stack.kafka());
        RunLogs logs = RunLogs.read(stack.kafka());
        for (String agent : agents) {
            List<Instant> times = due.of(agent);
            assertThat(times).as("due times of " + agent).hasSizeGreaterThan((int) CHAOS.toSeconds() / 5 - 8);
            assertThat(times).doesNotHaveDuplicates();
            for (int i = 1; i < times.size(); i++) {
                assertThat(Duration.between(times.get(i - 1), times.get(i)))
                        .as("between %s and %s of %s", times.get(i - 1), times.get(i), agent)
                        .isEqualTo(Duration.ofSeconds(5));
            }
            assertThat(logs.runsOf(agent)).isEqualTo(due.runsOf(agent));
        }
        logs.assertEveryRunIsNumberedWithoutGapAndEndsOnce();
        for (String agent : agents) {
            for (JsonNode run : door.runs(agent)) {
                assertThat(run.path("status").asText())
                        .isEqualTo(logs.statusOf(run.path("id").asText()));
            }
        }
    }

    private static boolean isTheMiddle(ProcessHandle process) {
        return process.info().commandLine().orElse("").endsWith(MIDDLE);
    }

    private static void killEverythingOnce(Random random) throws Exception {
        List<String> victims = new ArrayList<>(List.of(
                "agent-api",
                "scheduler-service",
                "runner-service",
                "sandbox-service",
                "collab-service",
                "search-service",
                "kafka",
                "postgres"));
        Collections.shuffle(victims, random);
        long slot = CHAOS.toMillis() / victims.size();
        Instant begin = Instant.now();
        for (int i = 0; i < victims.size(); i++) {
            TimeUnit.MILLISECONDS.sleep(slot / 2 + random.nextInt((int) (slot / 2)));
            stack.kill(victims.get(i));
            System.out.printf("%s killed %s%n", Instant.now(), victims.get(i));
            stack.awaitReady(Duration.ofSeconds(90));
        }
        long left = CHAOS.toMillis() - Duration.between(begin, Instant.now()).toMillis();
        TimeUnit.MILLISECONDS.sleep(Math.max(left, 10_000));
    }

    private static void stopPatiently(String agent) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> door.send("POST", "/api/agents/" + agent + "/pause", Door.JSON.createObjectNode())
                                .statusCode()
                        == 200);
    }

    private static boolean everythingIsFinal(List<String> agents) throws Exception {
        DueTimes due = DueTimes.read(stack.kafka());
        for (String agent : agents) {
            List<JsonNode> runs = door.runs(agent);
            if (!runs.stream().allMatch(Runs::isFinal)
                    || runs.size() < due.runsOf(agent).size()) {
                return false;
            }
        }
        return true;
    }
}
