package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./nightshift bench run}: how long a one-block run takes from its due time, and how many fit into a second,
 * each beside its floor in the same process and minute: a bare sandboxed process plus the same number of commits and
 * acknowledged Kafka records, without any logic.
 */
public final class RunBench {
    private static final String BLOCK = "```bash\necho bench\n```\n";
    private static final int SCHEDULED = 40;
    private static final int WARM_UP = 100;
    private static final int MANUAL = 400;
    private static final int AGENTS = 64;
    private static final int AT_ONCE = 16;

    private RunBench() {}

    public static void main(String[] arguments) throws Exception {
        try (LocalStack stack = LocalStack.start(Map.of("AGENT_MAX_CONCURRENT_RUNS", String.valueOf(AT_ONCE)))) {
            Door door = Door.signIn(stack.url(), LocalStack.PASSWORD);
            manualRuns(door, WARM_UP);
            List<JsonNode> scheduled = scheduledRuns(door);
            try (Floor floor = Floor.of(stack)) {
                Floor.Counts before = floor.counts();
                double perSecond = manualRuns(door, MANUAL);
                Floor.Counts each = floor.counts().since(before).dividedBy(MANUAL);
                report(scheduled, perSecond, each, floor);
            }
        }
    }

    private static void report(List<JsonNode> scheduled, double perSecond, Floor.Counts each, Floor floor)
            throws Exception {
        List<Double> toStart = scheduled.stream().map(r -> millis(r, "scheduledFor", "startedAt")).sorted().toList();
        List<Double> toEnd = scheduled.stream().map(r -> millis(r, "startedAt", "finishedAt")).sorted().toList();
        List<Double> bare = floor.oneByOne(each, SCHEDULED);
        double floorPerSecond = floor.perSecond(each, MANUAL, AT_ONCE);
        System.out.printf(
                "%nOne run needs %d commits and %d acknowledged records over all services.%n%n",
                each.commits(), each.records());
        System.out.println("| measure | p50 | p95 | floor p50 | ratio |");
        System.out.println("|---|---|---|---|---|");
        row("due time → started (ms)", toStart, bare);
        row("started → completed (ms)", toEnd, bare);
        System.out.printf(
                "| runs per second, %d at once | %.1f | – | %.1f | %.2f |%n",
                AT_ONCE, perSecond, floorPerSecond, perSecond / floorPerSecond);
    }

    private static void row(String what, List<Double> ours, List<Double> floor) {
        double p50 = quantile(ours, 0.5);
        double bare = quantile(floor, 0.5);
        System.out.printf("| %s | %.1f | %.1f | %.1f | %.2f |%n", what, p50, quantile(ours, 0.95), bare, p50 / bare);
    }

    private static List<JsonNode> scheduledRuns(Door door) throws Exception {
        String agent = door.createAgent(Door.runbook("On time", "every 1 second", BLOCK));
        List<JsonNode> runs = List.of();
        while (runs.size() < SCHEDULED) {
            TimeUnit.MILLISECONDS.sleep(500);
            runs = door.runs(agent).stream()
                    .filter(r -> r.path("status").asText().equals("completed"))
                    .toList();
        }
        door.post("/api/agents/" + agent + "/stop", Door.JSON.createObjectNode(), 200);
        return runs.subList(0, SCHEDULED);
    }

    /** Starts runs by hand as fast as they are accepted, spread over agents; runs per second until the last has ended. */
    private static double manualRuns(Door door, int count) throws Exception {
        List<String> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            ObjectNode agent = Door.runbook("Bench " + i, "manual", BLOCK).put("overlapPolicy", "allow_all");
            agents.add(door.createAgent(agent));
        }
        Instant begin = Instant.now();
        List<String> runs = new ArrayList<>();
        try (ExecutorService posting = Executors.newFixedThreadPool(4)) {
            List<Future<String>> accepted = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String path = "/api/agents/" + agents.get(i % AGENTS) + "/runs";
                accepted.add(posting.submit(() -> door.post(path, Door.JSON.createObjectNode(), 202)
                        .path("runId")
                        .asText()));
            }
            for (Future<String> run : accepted) {
                runs.add(run.get());
            }
        }
        Instant last = begin;
        for (String run : runs) {
            JsonNode end = Runs.awaitFinal(door, run, Duration.ofMinutes(5));
            if (!end.path("status").asText().equals("completed")) {
                throw new IllegalStateException("a run that did not complete: " + end);
            }
            Instant finished = Instant.parse(end.path("finishedAt").asText());
            last = finished.isAfter(last) ? finished : last;
        }
        for (String agent : agents) {
            door.send("DELETE", "/api/agents/" + agent, null);
        }
        return count * 1000.0 / Duration.between(begin, last).toMillis();
    }

    private static double millis(JsonNode run, String from, String to) {
        return Duration.between(
                                Instant.parse(run.path(from).asText()),
                                Instant.parse(run.path(to).asText()))
                        .toNanos()
                / 1e6;
    }

    private static double quantile(List<Double> sorted, double q) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.round(q * (sorted.size() - 1))));
    }
}
