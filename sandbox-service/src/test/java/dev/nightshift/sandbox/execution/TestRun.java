package dev.nightshift.sandbox.execution;

import static io.restassured.RestAssured.given;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A run as the runner plays it over HTTP. */
record TestRun(RunId id, SessionId session, long fence, List<String> actions) {
    static final List<String> EVERYTHING = List.of("run_bash", "run_python", "read_file", "write_file");

    static TestRun next() {
        return of(SessionId.next());
    }

    static TestRun of(SessionId session) {
        return new TestRun(RunId.next(), session, 1, EVERYTHING);
    }

    TestRun fenced(long other) {
        return new TestRun(id, session, other, actions);
    }

    TestRun allowed(String... tools) {
        return new TestRun(id, session, fence, List.of(tools));
    }

    String token() {
        return Tokens.run(id, AgentId.next(), session, ActingFor.organisation(), null, actions);
    }

    Response bash(String script) {
        return bash(UUID.randomUUID(), script, 20_000);
    }

    Response bash(UUID step, String script, long waitMs) {
        return execute(step, "run_bash", Map.of("script", script), Map.of(), waitMs);
    }

    Response tool(String tool, Map<String, ?> arguments) {
        return execute(UUID.randomUUID(), tool, arguments, Map.of(), 20_000);
    }

    Response execute(UUID step, String tool, Map<String, ?> arguments, Map<String, ?> more, long waitMs) {
        Map<String, Object> body = new HashMap<>(
                Map.of("sessionId", session.toString(), "fence", fence, "tool", tool, "arguments", arguments));
        body.putAll(more);
        return put(token(), step, body, waitMs);
    }

    Response put(String token, UUID step, Object body, long waitMs) {
        return given().header("Authorization", token)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/internal/sandboxes/{run}/executions/{step}?waitMs={wait}", id.toString(), step, waitMs);
    }

    Response files(Map<String, String> contents) {
        List<Map<String, String>> files = contents.entrySet().stream()
                .map(file -> Map.of("path", file.getKey(), "content", file.getValue()))
                .toList();
        return given().header("Authorization", token())
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", session.toString(), "fence", fence, "files", files))
                .put("/internal/sandboxes/{run}/files", id.toString());
    }

    Response release() {
        return given().header("Authorization", token())
                .delete("/internal/sandboxes/{run}?fence={fence}", id.toString(), fence);
    }
}
