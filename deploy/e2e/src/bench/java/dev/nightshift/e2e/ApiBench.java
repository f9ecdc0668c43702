package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code ./nightshift bench api [ROUNDS [SECONDS [PAGE…]]]}: pages of 10,000 agents and of 1,000,000 runs, asked for by a
 * signed-in member through the door, each beside its floor in the same minute: the statement that agent-api sends for the
 * page, behind an endpoint that turns its rows into JSON and does nothing else. Prints the plans of what was sent, and
 * fails where one reads all agents or all runs.
 */
public final class ApiBench {
    private static final int ROUNDS = 5;
    private static final int SECONDS = 5;
    private static final int CONNECTIONS = 16;
    private static final int PAGE = 50;

    private ApiBench() {}

    /** What is asked for: a name without spaces, its path, and the statement that agent-api sends to answer it. */
    private record Question(String name, String path, SentStatement sent) {}

    /** Both sides' rounds. */
    private record Measured(List<Load.Round> ours, List<Load.Round> floor) {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        Duration round = Duration.ofSeconds(arguments.length > 1 ? Integer.parseInt(arguments[1]) : SECONDS);
        try (LocalStack stack = LocalStack.start(Map.of())) {
            Reader reader = Reader.signUp(Door.signIn(stack.url(), LocalStack.PASSWORD), stack.url());
            StackDatabase database = StackDatabase.of(stack);
            try (Connection connection = database.connect()) {
                System.out.printf("Writing %,d agents and %,d runs%n", LargeHistory.AGENTS, LargeHistory.RUNS);
                UUID id = UUID.fromString(reader.get("/api/me").path("id").asText());
                List<Question> questions =
                        questions(LargeHistory.write(connection, id), reader, database, connection).stream()
                                .filter(question -> arguments.length < 3
                                        || List.of(arguments).subList(2, arguments.length).contains(question.name()))
                                .toList();
                ObjectNode statements = Door.JSON.createObjectNode();
                for (Question question : questions) {
                    statements.set(question.name(), question.sent().json(connection));
                }
                try (BareEndpoint floor = BareEndpoint.start(stack, database, statements)) {
                    report(measure(stack, reader, questions, floor, rounds, round));
                }
            }
        }
    }

    private static List<Question> questions(
            LargeHistory history, Reader reader, StackDatabase database, Connection connection) throws Exception {
        String ofOne = "/api/agents/" + history.newestAgent() + "/runs?limit=" + PAGE;
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("agents", "/api/agents?limit=" + PAGE);
        paths.put("agents-deep", "/api/agents?limit=" + PAGE + "&cursor=" + history.afterAgents(7_500));
        paths.put("runs", "/api/runs?limit=" + PAGE);
        paths.put("runs-deep", "/api/runs?limit=" + PAGE + "&cursor=" + history.afterRuns(250_000));
        paths.put("runs-of-agent", ofOne);
        paths.put("runs-of-agent-deep", ofOne + "&cursor=" + history.afterRuns(450_000));
        List<Question> questions = new ArrayList<>();
        for (Map.Entry<String, String> path : paths.entrySet()) {
            questions.add(question(path.getKey(), path.getValue(), reader, database, connection));
        }
        return questions;
    }

    private static Question question(
            String name, String path, Reader reader, StackDatabase database, Connection connection) throws Exception {
        JsonNode page = reader.get(path);
        if (page.path("items").size() != PAGE) {
            throw new IllegalStateException("not a full page: " + path);
        }
        List<SentStatement> all = SentStatements.of(database, () -> reader.get(path));
        System.out.printf("%n%s: %s%n", name, path);
        for (SentStatement sent : all) {
            List<String> plan = sent.plan(connection);
            System.out.println(sent.sql());
            plan.forEach(step -> System.out.println("  " + step));
            if (SentStatement.scansWhole(plan)) {
                throw new IllegalStateException("a whole table is read for " + path);
            }
        }
        List<SentStatement> pages =
                all.stream().filter(SentStatement::fetchesPage).toList();
        if (pages.size() != 1) {
            throw new IllegalStateException("not one statement for the page " + path + ": " + all);
        }
        return new Question(name, path, pages.getFirst());
    }

    private static Map<String, Measured> measure(
            LocalStack stack, Reader reader, List<Question> questions, BareEndpoint floor, int rounds, Duration round)
            throws Exception {
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (Question question : questions) {
            Load ours = new Load(URI.create(stack.url() + question.path()), reader.cookie(), CONNECTIONS);
            Load bare = new Load(floor.of(question.name()), "", CONNECTIONS);
            ours.run(round.multipliedBy(2));
            bare.run(round.multipliedBy(2));
            Measured both = new Measured(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < rounds; i++) {
                both.ours().add(ours.run(round));
                both.floor().add(bare.run(round));
                System.out.printf(
                        "%s, round %d: %.0f requests/s, floor %.0f%n",
                        question.name(),
                        i + 1,
                        both.ours().getLast().perSecond(),
                        both.floor().getLast().perSecond());
            }
            measured.put(question.name(), both);
        }
        return measured;
    }

    private static void report(Map<String, Measured> measured) {
        System.out.printf("%n%d connections, medians of the rounds.%n%n", CONNECTIONS);
        System.out.println("| page | requests/s | p99 (ms) | floor requests/s | floor p99 (ms) | ratio of rates |");
        System.out.println("|---|---|---|---|---|---|");
        measured.forEach((name, both) -> {
            Load.Round ours = Load.Round.median(both.ours());
            Load.Round floor = Load.Round.median(both.floor());
            System.out.printf(
                    "| %s | %.0f | %.1f | %.0f | %.1f | %.2f |%n",
                    name,
                    ours.perSecond(),
                    ours.p99Ms(),
                    floor.perSecond(),
                    floor.p99Ms(),
                    ours.perSecond() / floor.perSecond());
        });
    }
}
