package dev.nightshift.e2e;

import static dev.nightshift.e2e.Door.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.e2e.PermissionTable.Role;
import dev.nightshift.e2e.PermissionTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A valid body for every endpoint that takes one, so that only the person decides the answer. */
final class PermissionBodies {
    private PermissionBodies() {}

    static @Nullable JsonNode of(Row row, Role role, Map<String, String> subject, PermissionPeople people)
            throws IOException {
        String unique = UUID.randomUUID().toString();
        ObjectNode body = JSON.createObjectNode();
        return switch (row.endpoint()) {
            case "POST /api/agents" ->
                Door.runbook("Agent " + unique, "manual", "Nothing to do.")
                        .put("type", row.of().contains("org") ? "org" : "user");
            case "PATCH /api/agents/{id}" -> body.put("description", unique);
            case "POST /api/agents/{id}/hand-over" ->
                body.put("memberId", people.ids().get(Role.MEMBER));
            case "PUT /api/agents/{id}/notifications" -> withLists(body, "onFailure", "onWaiting");
            case "POST /api/schedules/preview" -> body.put("schedule", "every 6 hours");
            case "POST /background-agents/start" -> body.put("agentId", subject.get("agentId"));
            case "POST /api/sessions/{id}/messages" ->
                body.put("clientId", unique).put("text", "Hello").put("mode", "queue");
            case "POST /api/search" -> body.put("query", "page");
            case "POST /api/sources" ->
                folder(body.put("name", "Source " + unique).put("kind", "folder"));
            case "PATCH /api/sources/{id}", "PATCH /api/groups/{id}", "POST /api/groups" ->
                body.put("name", "Name " + unique);
            case "PATCH /api/tokens/{id}", "POST /api/tokens" -> body.put("name", "Token " + unique);
            case "PATCH /api/members/{id}", "PATCH /api/me" -> body.put("name", "Person " + unique);
            case "POST /api/invites" -> body.put("role", "member");
            case "PATCH /api/invites/{id}" -> body.put("role", "admin");
            case "POST /api/me/password" ->
                body.put("currentPassword", PermissionPeople.password())
                        .put("newPassword", PermissionPeople.password());
            case "PUT /api/me/notifications" -> withLists(body, "onFailure", "onWaiting");
            case "POST /api/me/device" ->
                body.put("userCode", subject.get("userCode")).put("decision", "deny");
            case "POST /api/webhooks" -> {
                body.put("name", "Hook").put("url", "http://127.0.0.1:9/");
                body.putArray("events").add("background_task_error");
                yield body;
            }
            case "PATCH /api/webhooks/{id}" -> body.put("name", "Hook " + unique);
            case "POST /auth/login" -> body.put("username", "olga").put("password", PermissionPeople.password());
            case "POST /auth/register" ->
                body.put("invite", subject.get("code"))
                        .put("username", "u" + unique)
                        .put("password", PermissionPeople.password());
            case "POST /api/emergency-stop" -> body.put("reason", "the policy test");
            default -> row.method().equals("POST") ? body : null;
        };
    }

    private static ObjectNode withLists(ObjectNode body, String... names) {
        for (String name : names) {
            body.putArray(name);
        }
        return body;
    }

    private static ObjectNode folder(ObjectNode body) throws IOException {
        Path folder = Files.createDirectory(SharedStack.documentsFolder().resolve("added-" + UUID.randomUUID()));
        body.putObject("config").put("path", folder.toString());
        body.putObject("access").put("everyone", true);
        return body;
    }
}
