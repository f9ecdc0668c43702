package dev.nightshift.e2e;

import static dev.nightshift.e2e.Door.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.e2e.PermissionTable.Role;
import dev.nightshift.e2e.PermissionTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Makes what the policy's rows are about. What is only read is made once. */
final class PermissionSubjects {
    private final PermissionPeople people;
    private final Map<String, Map<String, String>> made = new HashMap<>();
    private final Map<String, Map<String, String>> sources = new HashMap<>();

    PermissionSubjects(PermissionPeople people) {
        this.people = people;
    }

    /** The values of the path's parameters (and of those of the body) for this row. */
    Map<String, String> of(Row row) throws IOException, InterruptedException {
        String kind = row.of() + " " + area(row.path());
        Map<String, String> known = made.get(kind);
        if (known != null && !row.changes()) {
            return known;
        }
        Map<String, String> subject = make(row);
        if (!row.changes()) {
            made.put(kind, subject);
        }
        return subject;
    }

    private static String area(String path) {
        return path.split("\\{", -1)[0];
    }

    private Map<String, String> make(Row row) throws IOException, InterruptedException {
        return switch (row.of()) {
            case "user agent", "private user agent", "org agent", "private org agent", "org agent, results shared" ->
                agent(row);
            case "session of a user agent" -> session("user agent");
            case "session of an org agent" -> session("org agent");
            case "chat" -> chat();
            case "source for everyone", "source for the owner" -> source(row);
            case "a member" -> member();
            case "a group" -> group();
            case "an invite" -> invite();
            case "an access token" -> token();
            case "a browser session" -> browserSession();
            case "a device code" -> device();
            case "a webhook" -> webhook();
            default -> Map.of("name", catalogName());
        };
    }

    private Map<String, String> agent(Row row) throws IOException, InterruptedException {
        Map<String, String> agent = agent(row.of());
        boolean ofRun = row.path().startsWith("/api/runs/") || row.path().contains("{instanceId}");
        return ofRun ? run(row.of(), agent.get("id")) : agent;
    }

    private Map<String, String> agent(String kind) throws IOException, InterruptedException {
        boolean org = kind.contains("org agent");
        ObjectNode agent = Door.runbook("Subject " + UUID.randomUUID(), "manual", "Nothing to do.")
                .put("type", org ? "org" : "user")
                .put("visibility", kind.startsWith("private") ? "private" : "everyone");
        if (kind.endsWith("results shared")) {
            agent.put("resultsShared", true);
        }
        String id = (org ? people.first() : people.as(Role.OWNER)).createAgent(agent);
        return Map.of("id", id, "version", "1", "agentId", id);
    }

    private Map<String, String> run(String kind, String agentId) throws IOException, InterruptedException {
        Door starter = kind.contains("org agent") ? people.first() : people.as(Role.OWNER);
        JsonNode started = starter.post("/api/agents/" + agentId + "/runs", JSON.createObjectNode(), 202);
        String run = started.path("runId").asText();
        return Map.of(
                "id",
                run,
                "instanceId",
                run,
                "session",
                started.path("sessionId").asText());
    }

    private Map<String, String> session(String kind) throws IOException, InterruptedException {
        return Map.of("id", run(kind, agent(kind).get("id")).get("session"));
    }

    private Map<String, String> chat() throws IOException, InterruptedException {
        String path = "/api/agents/" + agent("user agent").get("id") + "/sessions";
        JsonNode chat = people.as(Role.OWNER).post(path, JSON.createObjectNode(), 201);
        return Map.of("id", chat.path("sessionId").asText());
    }

    /** A source with one document; the same one for every row that does not change it. */
    private Map<String, String> source(Row row) throws IOException, InterruptedException {
        Map<String, String> known = sources.get(row.of());
        if (known != null && !row.changes()) {
            return document(row, known);
        }
        Path folder = Files.createDirectory(SharedStack.documentsFolder().resolve("permissions-" + UUID.randomUUID()));
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        Files.writeString(folder.resolve("page.md"), "# Page\n\nAbout " + word + ".\n");
        ObjectNode body = JSON.createObjectNode().put("name", "Source " + word).put("kind", "folder");
        body.putObject("config").put("path", folder.toString());
        ObjectNode access = body.putObject("access");
        if (row.of().endsWith("everyone")) {
            access.put("everyone", true);
        } else {
            access.putArray("members").add(people.ids().get(Role.OWNER));
        }
        String id = people.first().post("/api/sources", body, 201).path("id").asText();
        Map<String, String> source = Map.of("source", id, "document", awaitDocument(word), "id", id);
        if (!row.changes()) {
            sources.put(row.of(), source);
        }
        return document(row, source);
    }

    private static Map<String, String> document(Row row, Map<String, String> source) {
        boolean document = row.path().startsWith("/api/documents/");
        return Map.of("id", document ? source.get("document") : source.get("source"));
    }

    private String awaitDocument(String word) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> people.as(Role.OWNER)
                                .post("/api/search", JSON.createObjectNode().put("query", word), 200)
                                .at("/items/0/documentId")
                                .asText(),
                        id -> !id.isEmpty());
    }

    private Map<String, String> member() throws IOException, InterruptedException {
        Door made = people.first().invite("m" + UUID.randomUUID(), "member", PermissionPeople.password());
        return Map.of("id", made.get("/api/me").path("id").asText());
    }

    private Map<String, String> group() throws IOException, InterruptedException {
        JsonNode group = people.first()
                .post("/api/groups", JSON.createObjectNode().put("name", "Group " + UUID.randomUUID()), 201);
        String id = group.path("id").asText();
        String member = people.ids().get(Role.OWNER);
        people.first().send("PUT", "/api/groups/" + id + "/members/" + member, null);
        return Map.of("id", id, "memberId", member);
    }

    private Map<String, String> invite() throws IOException, InterruptedException {
        JsonNode invite =
                people.first().post("/api/invites", JSON.createObjectNode().put("role", "member"), 201);
        String url = invite.path("url").asText();
        return Map.of("id", invite.path("id").asText(), "code", url.substring(url.lastIndexOf('/') + 1));
    }

    private Map<String, String> token() throws IOException, InterruptedException {
        JsonNode token = people.as(Role.OWNER)
                .post("/api/tokens", JSON.createObjectNode().put("name", "Token " + UUID.randomUUID()), 201);
        return Map.of("id", token.path("id").asText());
    }

    private Map<String, String> browserSession() throws IOException, InterruptedException {
        Door again = Door.signIn(SharedStack.stack().url(), "olga", PermissionPeople.password());
        for (JsonNode session : again.get("/api/me/sessions").path("items")) {
            if (session.path("current").asBoolean()) {
                return Map.of("id", session.path("id").asText());
            }
        }
        throw new IllegalStateException("a fresh session is not in the list");
    }

    private Map<String, String> device() throws IOException, InterruptedException {
        return Map.of("userCode", people.as(Role.NOBODY).deviceCode());
    }

    private Map<String, String> webhook() throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("name", "Hook").put("url", "http://127.0.0.1:9/");
        body.putArray("events").add("background_task_error");
        String id = people.as(Role.OWNER)
                .post("/api/webhooks", body, 201)
                .path("id")
                .asText();
        people.as(Role.OWNER).send("POST", "/api/webhooks/" + id + "/test", null);
        JsonNode deliveries = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> people.as(Role.OWNER)
                                .get("/api/webhooks/" + id + "/deliveries")
                                .path("items"),
                        items -> !items.isEmpty());
        return Map.of("id", id, "deliveryId", deliveries.get(0).path("id").asText());
    }

    private String catalogName() throws IOException, InterruptedException {
        return people.first().get("/api/catalog").at("/items/0/name").asText();
    }
}
