package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement as a service sent it; {@code values} are as PostgreSQL prints them, null for null. */
record SentStatement(String sql, List<@Nullable String> values) {
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']++|'')*+)')");
    private static final Pattern SCANNED_WHOLE = Pattern.compile("Seq Scan on (agents|runs)\\b");

    /** PostgreSQL decides after five executions whether it goes on planning a prepared statement each time. */
    private static final int SETTLED = 7;

    /** {@code parameters}: <code>$1 = 'x', $2 = NULL</code>, as in the log. */
    static SentStatement of(String sql, String parameters) {
        List<@Nullable String> values = new ArrayList<>();
        Matcher each = VALUE.matcher(parameters);
        while (each.find()) {
            String text = each.group(1);
            values.add(text == null ? null : text.replace("''", "'"));
        }
        return new SentStatement(sql, values);
    }

    /** Whether it reads the agents or the runs; what a credential is worth is not asked here. */
    boolean readsAgentsOrRuns() {
        return sql.matches("(?s).*\\b(from|join) (agents|runs)\\b.*");
    }

    /** Whether it is the one that fetches a page. */
    boolean fetchesPage() {
        return readsAgentsOrRuns() && sql.contains("order by") && sql.contains("limit");
    }

    /** The plan that PostgreSQL keeps to, one step a line. */
    List<String> plan(Connection connection) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("prepare sent as " + sql);
            for (int i = 0; i < SETTLED; i++) {
                plan.clear();
                try (ResultSet lines = statement.executeQuery("explain execute sent" + arguments())) {
                    while (lines.next()) {
                        plan.add(lines.getString(1));
                    }
                }
            }
            statement.execute("deallocate sent");
        }
        return plan;
    }

    /** Whether one of the large tables is read from its first row to its last. */
    static boolean scansWhole(List<String> plan) {
        return plan.stream().anyMatch(step -> SCANNED_WHOLE.matcher(step).find());
    }

    /** As the floor reads it. */
    ObjectNode json(Connection connection) throws SQLException {
        List<String> types = types(connection);
        ObjectNode json = Door.JSON.createObjectNode().put("sql", sql);
        ArrayNode all = json.putArray("values");
        for (int i = 0; i < values.size(); i++) {
            all.addObject().put("type", types.get(i)).put("value", values.get(i));
        }
        return json;
    }

    private List<String> types(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("prepare sent as " + sql);
            List<String> types = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select unnest(parameter_types)::text from pg_prepared_statements where name = 'sent'")) {
                while (found.next()) {
                    types.add(found.getString(1));
                }
            }
            statement.execute("deallocate sent");
            return types;
        }
    }

    private String arguments() {
        return values.isEmpty()
                ? ""
                : values.stream()
                        .map(value -> value == null ? "null" : "'" + value.replace("'", "''") + "'")
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
