package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.e2e.PermissionTable.Expected;
import dev.nightshift.e2e.PermissionTable.Role;
import dev.nightshift.e2e.PermissionTable.Row;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Everybody asks for everything, and gets what {@code docs/permissions.md} says. */
class PermissionMatrixTest {
    private static final Pattern SOCKET = Pattern.compile("@WebSocket\\(path = (?:\"([^\"]+)\"|([\\w.]+))");
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "card",
                    Set.of(
                            "id",
                            "name",
                            "description",
                            "type",
                            "origin",
                            "owner",
                            "state",
                            "visibility",
                            "resultsShared"),
            "results",
                    Set.of(
                            "id",
                            "agentId",
                            "agentName",
                            "trigger",
                            "scheduledFor",
                            "status",
                            "endReason",
                            "summary",
                            "startedAt",
                            "finishedAt",
                            "durationMs",
                            "state",
                            "runCount",
                            "errorCount",
                            "skippedCount",
                            "lastRunAt",
                            "lastStatus",
                            "nextRunAt",
                            "isRunning",
                            "averageDurationMs"),
            "names", Set.of("id", "name"),
            "source", Set.of("id", "name", "kind"),
            "sources", Set.of("id", "name", "kind"));

    private static final Set<String> ENDING_SESSIONS = Set.of(
            "POST /auth/login",
            "POST /auth/register",
            "POST /auth/logout",
            "DELETE /api/me/sessions",
            "POST /api/me/password");

    @Test
    void everyEndpointHasARow() throws IOException {
        Set<String> rows = new TreeSet<>();
        PermissionTable.read().forEach(row -> rows.add(row.endpoint()));

        assertThat(rows).isEqualTo(ApiOperations.all());
    }

    /** A socket that the AsyncAPI document does not name would have no row either. */
    @Test
    void everySocketIsDocumented() throws IOException {
        long documented =
                ApiOperations.all().stream().filter(e -> e.startsWith("WS ")).count();

        assertThat(socketsInTheCode()).hasSize((int) documented);
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatThePolicySays() throws Exception {
        String url = SharedStack.stack().url();
        PermissionPeople people = PermissionPeople.register(url, SharedStack.door());
        PermissionSubjects subjects = new PermissionSubjects(people);
        return PermissionTable.read().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.endpoint() + " of " + row.of(), () -> check(row, people, subjects)));
    }

    private static void check(Row row, PermissionPeople people, PermissionSubjects subjects) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<Role, Expected> cell : row.expected().entrySet()) {
            Role role = cell.getKey();
            Map<String, String> subject = subjects.of(row);
            Door door = endsSessions(row) ? people.other(role) : people.as(role);
            String path = fill(row, subject);
            String difference = switch (row.endpoint().split("[{]", 2)[0]) {
                case "WS /background-agent-ws", "WS /ws/sessions/" -> status(door.greeting(path), cell.getValue());
                case "GET /api/events" -> status(door.begin(path), cell.getValue());
                case "POST /auth/device/code", "POST /auth/device/token" ->
                    difference(door.form(path, "client_id=nightshift-cli"), cell.getValue());
                default ->
                    difference(
                            door.send(row.method(), path, PermissionBodies.of(row, role, subject, people)),
                            cell.getValue());
            };
            if (difference != null) {
                wrong.add(PermissionPeople.name(role) + " (" + role + "): " + difference);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What ends the session that it is asked with, as a new sign-in does. */
    private static boolean endsSessions(Row row) {
        return ENDING_SESSIONS.contains(row.endpoint());
    }

    private static String fill(Row row, Map<String, String> subject) {
        String filled = row.path();
        for (Map.Entry<String, String> value : subject.entrySet()) {
            String text = URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8);
            filled = filled.replace("{" + value.getKey() + "}", text);
        }
        return switch (row.endpoint()) {
            case "GET /api/me/device" -> filled + "?userCode=" + subject.get("userCode");
            case "GET /api/audit/export" -> filled + "?format=ndjson";
            default -> filled;
        };
    }

    private static @Nullable String status(int status, Expected expected) {
        return expected.statuses().contains(status) ? null : status + " instead of " + expected.statuses();
    }

    private static @Nullable String difference(HttpResponse<String> answer, Expected expected) throws IOException {
        String status = status(answer.statusCode(), expected);
        if (status != null) {
            return status + " " + answer.body();
        }
        return expected.fields() == null ? null : tooMuch(Door.JSON.readTree(answer.body()), expected.fields());
    }

    private static @Nullable String tooMuch(JsonNode body, String kind) {
        Set<String> allowed = FIELDS.get(kind);
        for (JsonNode item : body.has("items") ? body.path("items") : List.of(body)) {
            for (Map.Entry<String, JsonNode> field : item.properties()) {
                if (!allowed.contains(field.getKey())) {
                    return "shows " + field.getKey() + ", more than its " + kind;
                }
            }
        }
        return null;
    }

    private static Set<String> socketsInTheCode() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(LocalStack.ROOT, 12)) {
            for (Path file : files.filter(
                            f -> f.toString().endsWith(".java") && f.toString().contains("/src/main/"))
                    .toList()) {
                Matcher matcher = SOCKET.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(file.getFileName() + " " + matcher.group());
                }
            }
        }
        return found;
    }
}
