package dev.nightshift.e2e;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens to what a call makes the services send to PostgreSQL, which logs it. */
final class SentStatements {
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d .*? \\[\\d+] ");
    private static final Pattern EXECUTED = Pattern.compile("(?s)LOG:  execute [^:]*: (.*)");
    private static final Pattern PARAMETERS = Pattern.compile("(?si)DETAIL:  parameters: (.*)");

    /** What is sent as often as the call is made belongs to it; other work goes on at the same time. */
    private static final int CALLS = 4;

    private SentStatements() {}

    /** The statements of one call that read agents or runs, in their order. */
    static List<SentStatement> of(StackDatabase database, Callable<?> call) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            log(statement, "all");
            long from = Files.size(database.log());
            for (int i = 0; i < CALLS; i++) {
                call.call();
            }
            log(statement, "none");
            byte[] log = Files.readAllBytes(database.log());
            return repeated(new String(log, (int) from, log.length - (int) from, StandardCharsets.UTF_8));
        }
    }

    private static void log(Statement statement, String which) throws Exception {
        statement.execute("alter system set log_statement = '" + which + "'");
        statement.execute("select pg_reload_conf()");
        String now = "";
        while (!now.equals(which)) {
            TimeUnit.MILLISECONDS.sleep(100);
            try (ResultSet found = statement.executeQuery("show log_statement")) {
                found.next();
                now = found.getString(1);
            }
        }
        // Every other backend is told as well, and reads it before its next statement.
        TimeUnit.MILLISECONDS.sleep(500);
    }

    private static List<SentStatement> repeated(String log) {
        Map<SentStatement, Integer> counted = new LinkedHashMap<>();
        all(log).forEach(sent -> counted.merge(sent, 1, Integer::sum));
        return counted.entrySet().stream()
                .filter(entry -> entry.getValue() >= CALLS)
                .map(Map.Entry::getKey)
                .filter(SentStatement::readsAgentsOrRuns)
                .toList();
    }

    private static List<SentStatement> all(String log) {
        List<SentStatement> all = new ArrayList<>();
        String sql = "";
        for (String entry : ENTRY.split(log)) {
            String text = entry.replace("\n\t", "\n").strip();
            Matcher executed = EXECUTED.matcher(text);
            Matcher parameters = PARAMETERS.matcher(text);
            if (executed.matches()) {
                sql = executed.group(1);
            } else if (parameters.matches()) {
                all.add(SentStatement.of(sql, parameters.group(1)));
            }
        }
        return all;
    }
}
