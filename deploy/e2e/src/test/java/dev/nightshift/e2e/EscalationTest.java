package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member who wants to be more than that. */
class EscalationTest {
    private static final String PASSWORD = "a password of some length";
    private static final Set<String> WRITABLE = Set.of(
            "name",
            "description",
            "instructions",
            "visibility",
            "schedule",
            "timezone",
            "overlapPolicy",
            "catchUpWindow",
            "catchUpPolicy",
            "jitterMs",
            "startAt",
            "endAt",
            "model",
            "allowedSources",
            "allowedActions",
            "limits",
            "retry",
            "resultsShared");

    private static Door admin = Door.nobody("");
    private static Door mallory = Door.nobody("");
    private static String own = "";
    private static String org = "";

    @BeforeAll
    static void people() throws Exception {
        admin = SharedStack.door();
        mallory = admin.invite("mallory-" + UUID.randomUUID(), "member", PASSWORD);
        own = mallory.createAgent(Door.runbook("Of Mallory", "manual", "Nothing."));
        org = admin.createAgent(Door.runbook("Of all " + UUID.randomUUID(), "manual", "A secret of the house.")
                .put("type", "org"));
    }

    @Test
    void whatIsProtectedIsRefusedByName() throws Exception {
        JsonNode before = mallory.get("/api/agents/" + own);
        List<String> fields = new ArrayList<>(List.of("remixOf", "nextRunAt", "ownerId", "createdBy", "actingFor"));
        before.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(WRITABLE);
        assertThat(fields).contains("id", "type", "origin", "owner", "state", "version", "createdAt");

        for (String field : fields) {
            JsonNode value = field.equals("type")
                    ? Door.JSON.getNodeFactory().textNode("org")
                    : before.has(field)
                            ? before.get(field)
                            : Door.JSON.getNodeFactory().textNode("x");
            ObjectNode patch = Door.JSON.createObjectNode().put("description", "changed on the side");
            assertRefused(mallory.send("PATCH", "/api/agents/" + own, patch.set(field, value)), field);
            assertRefused(yaml("PATCH", "/api/agents/" + own, "description: on the side\n" + field + ": x\n"), field);
        }
        assertThat(mallory.get("/api/agents/" + own)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "owner", "origin", "remixOf", "version", "createdAt", "nextRunAt", "ownerId"})
    void whatIsProtectedIsNotGivenAtCreationEither(String field) throws Exception {
        ObjectNode agent = Door.runbook("Made up", "manual", "Nothing.");

        assertRefused(mallory.send("POST", "/api/agents", agent.put(field, "x")), field);
        assertRefused(
                yaml("POST", "/api/agents", "name: Made up\ninstructions: x\nschedule: manual\n" + field + ": x\n"),
                field);
        assertRefused(
                mallory.send(
                        "POST",
                        "/api/agents/" + own + "/remix",
                        Door.JSON.createObjectNode().put(field, "x")),
                field);
    }

    @Test
    void noWayOfMakingAnAgentMakesAnOrgAgent() throws Exception {
        ObjectNode agent = Door.runbook("Made up", "manual", "Nothing.").put("type", "org");
        ObjectNode overrides = Door.JSON.createObjectNode().put("type", "org");
        String document = "name: x\ninstructions: x\nschedule: manual\ntype: org\n";

        assertThat(mallory.send("POST", "/api/agents", agent).statusCode()).isEqualTo(403);
        assertThat(yaml("POST", "/api/agents", document).statusCode()).isEqualTo(403);
        assertThat(mallory.send("POST", "/api/agents/" + own + "/remix", overrides)
                        .statusCode())
                .isEqualTo(400);
        assertThat(mallory.send("POST", "/api/agents/" + own + "/versions/1/restore", overrides)
                        .statusCode())
                .isIn(200, 400);
        assertThat(mallory.get("/api/agents/" + own).path("type").asText()).isEqualTo("user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "state", "id", "username", "maxAgents", "groups", "admin", "password", "createdAt"})
    void nobodyGivesThemselvesARole(String field) throws Exception {
        ObjectNode patch = Door.JSON.createObjectNode().put("name", "Mallory").put(field, "admin");
        String id = mallory.get("/api/me").path("id").asText();

        assertRefused(mallory.send("PATCH", "/api/me", patch), field);
        assertThat(mallory.send("PATCH", "/api/members/" + id, patch).statusCode())
                .isEqualTo(403);
        assertThat(mallory.get("/api/me").path("role").asText()).isEqualTo("member");
    }

    @Test
    void anOrgAgentIsRunChangedAndReadByAdminsAlone() throws Exception {
        int runs = admin.runs(org).size();
        Map<String, String> attempts = Map.ofEntries(
                Map.entry("POST /api/agents/" + org + "/runs", "{}"),
                Map.entry(
                        "POST /api/agents/" + org + "/backfill",
                        "{\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-01-02T00:00:00Z\"}"),
                Map.entry("POST /background-agents/start", "{\"agentId\": \"" + org + "\"}"),
                Map.entry("POST /api/agents/" + org + "/remix", "{}"),
                Map.entry("POST /api/agents/" + org + "/versions/1/restore", "{}"),
                Map.entry("POST /api/agents/" + org + "/stop", "{}"),
                Map.entry("PATCH /api/agents/" + org, "{\"visibility\": \"private\"}"),
                Map.entry("DELETE /api/agents/" + org, "{}"),
                Map.entry(
                        "POST /api/agents/" + org + "/hand-over",
                        "{\"memberId\": \"" + mallory.get("/api/me").path("id").asText() + "\"}"),
                Map.entry("GET /api/agents/" + org + "/runs", "{}"),
                Map.entry("GET /api/agents/" + org + "/versions", "{}"));
        for (Map.Entry<String, String> attempt : attempts.entrySet()) {
            String[] endpoint = attempt.getKey().split(" ", 2);
            HttpResponse<String> answer =
                    mallory.send(endpoint[0], endpoint[1], Door.JSON.readTree(attempt.getValue()));
            assertThat(answer.statusCode()).as(attempt.getKey() + answer.body()).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("secret of the house");
        }
        HttpResponse<String> card = mallory.send("GET", "/api/agents/" + org, null);
        assertThat(card.body()).doesNotContain("instructions").doesNotContain("secret of the house");
        assertThat(admin.runs(org)).hasSize(runs);
        assertThat(admin.get("/api/agents/" + org).path("state").asText()).isEqualTo("active");
    }

    @Test
    void aTokenReachesNoFurtherThanItsScopesAndTheirMaker() throws Exception {
        Door reader = token(mallory, "read");
        Door elevated = token(mallory, "read", "write", "admin");
        Door limited = token(admin, "read", "write");
        ObjectNode wider = Door.JSON.createObjectNode().put("name", "wider");
        wider.putArray("scopes").add("read").add("write");

        assertThat(reader.send("POST", "/api/agents", Door.runbook("x", "manual", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.send(
                                "POST",
                                "/api/search",
                                Door.JSON.createObjectNode().put("query", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.greeting("/background-agent-ws")).isEqualTo(403);
        assertThat(reader.send("POST", "/api/tokens", wider).statusCode()).isEqualTo(403);
        assertThat(elevated.send("GET", "/api/audit", null).statusCode()).isEqualTo(403);
        assertThat(limited.send("GET", "/api/audit", null).statusCode()).isEqualTo(403);
        assertThat(limited.send("POST", "/api/agents/" + org + "/runs", Door.JSON.createObjectNode())
                        .statusCode())
                .isEqualTo(403);
    }

    private static Door token(Door door, String... scopes) throws Exception {
        ObjectNode body = Door.JSON.createObjectNode().put("name", "t");
        List.of(scopes).forEach(body.putArray("scopes")::add);
        return Door.bearer(
                SharedStack.stack().url(),
                door.post("/api/tokens", body, 201).path("token").asText());
    }

    private static HttpResponse<String> yaml(String method, String path, String document) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(SharedStack.stack().url() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/yaml")
                .method(method, HttpRequest.BodyPublishers.ofString(document));
        return mallory.http().send(mallory.sign(request).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertRefused(HttpResponse<String> answer, String field) throws Exception {
        assertThat(answer.statusCode()).as(field + ": " + answer.body()).isEqualTo(400);
        assertThat(Door.list(Door.JSON.readTree(answer.body()).path("errors")))
                .anyMatch(error -> error.path("field").asText().equals(field));
    }
}
