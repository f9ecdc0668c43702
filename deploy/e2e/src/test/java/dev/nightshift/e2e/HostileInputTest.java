package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Too much, unseen, or pretending to be somebody: a clear answer from whichever service it is sent to. */
class HostileInputTest {
    private static final int MANY = 10_000;
    private static final int GIANT = 5_000_000;

    private final String url = SharedStack.stack().url();
    private static Door admin = Door.nobody("");

    @BeforeAll
    static void signIn() throws Exception {
        admin = SharedStack.door();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/runs?agentId=", "/api/audit?targetId=", "/api/sessions?id=", "/api/sources?id="})
    void tenThousandIdsInAnAddressAreABadRequest(String filter) throws Exception {
        String id = UUID.randomUUID().toString();
        String name = filter.substring(filter.indexOf('?') + 1);

        assertProblem(admin.send("GET", filter + (id + ",").repeat(MANY), null), 400);
        assertProblem(admin.send("GET", filter + (id + "&" + name).repeat(MANY - 1) + id, null), 400);
    }

    @Test
    void tenThousandIdsInABodyAreABadRequestThatNamesTheField() throws Exception {
        ObjectNode agent = Door.runbook("Many", "manual", "Nothing.");
        agent.set("allowedSources", ids());
        ObjectNode search = Door.JSON.createObjectNode().put("query", "x");
        search.set("sourceIds", ids());
        ObjectNode source = source("Many");
        source.putObject("access").set("members", ids());

        assertField(admin.send("POST", "/api/agents", agent), "allowedSources");
        assertField(admin.send("POST", "/api/search", search), "sourceIds");
        assertField(admin.send("POST", "/api/sources", source), "access.members");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/login",
                "/auth/register",
                "/api/agents",
                "/api/agents/00000000-0000-4000-8000-000000000000/runs",
                "/background-agents/start",
                "/api/invites",
                "/api/tokens",
                "/api/webhooks",
                "/api/search",
                "/api/sources",
                "/api/sessions/00000000-0000-4000-8000-000000000000/messages"
            })
    void aGiantBodyIsTooLarge(String path) throws Exception {
        ObjectNode body = Door.JSON.createObjectNode().put("name", "x".repeat(GIANT));

        assertProblem(admin.send("POST", path, body), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\nb", "a\u0007b", "a\u001b[31mb", "a\u202eb", "a\u200bb", "\ufeffa", "a\u2028b"})
    void nothingUnseenIsInAName(String name) throws Exception {
        ObjectNode named = Door.JSON.createObjectNode().put("name", name);
        ObjectNode webhook = named.deepCopy().put("url", "https://example.org/");
        webhook.putArray("events").add("background_task_error");
        ObjectNode source = source(name);
        source.putObject("access").put("everyone", true);
        Map<String, ObjectNode> bodies = new TreeMap<>(Map.of(
                "POST /api/agents", Door.runbook(name, "manual", "Nothing."),
                "POST /api/groups", named,
                "POST /api/tokens", named,
                "POST /api/webhooks", webhook,
                "POST /api/sources", source,
                "PATCH /api/me", named));
        for (Map.Entry<String, ObjectNode> body : bodies.entrySet()) {
            String[] endpoint = body.getKey().split(" ", 2);
            assertField(admin.send(endpoint[0], endpoint[1], body.getValue()), "name");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"аdmin", "admin\u200b", "ａdmin", "ádmin", "admin ", "ad min", "admin\u0000", "\u202enimda"})
    void whoLooksLikeSomebodyElseDoesNotRegister(String username) throws Exception {
        assertField(register(username), "username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Admin", "ADMIN", "aDmIn"})
    void whoIsCalledLikeSomebodyElseDoesNotRegister(String username) throws Exception {
        assertProblem(register(username), 409);
    }

    /** From an address of their own, so that nobody else has to wait for them. */
    @Test
    void whoeverGuessesPasswordsHasToWait() throws Exception {
        String username = "guessed-" + UUID.randomUUID();
        admin.invite(username, "member", LocalStack.PASSWORD);
        List<Integer> statuses = new ArrayList<>();
        try (HttpClient http = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.7.9"))
                .build()) {
            for (int guess = 0; guess < 12; guess++) {
                HttpResponse<String> answer = login(http, username, "guess number " + guess);
                statuses.add(answer.statusCode());
                assertThat(answer.headers().firstValue("Retry-After").isPresent())
                        .isEqualTo(answer.statusCode() == 429);
            }
            statuses.add(login(http, username, LocalStack.PASSWORD).statusCode());
        }

        assertThat(statuses.subList(0, 10)).containsOnly(401);
        assertThat(statuses.subList(10, 13)).containsOnly(429);
    }

    private HttpResponse<String> login(HttpClient http, String username, String password) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/auth/login"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Door.JSON
                        .createObjectNode()
                        .put("username", username)
                        .put("password", password)
                        .toString()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> register(String username) throws Exception {
        JsonNode invite =
                admin.post("/api/invites", Door.JSON.createObjectNode().put("role", "member"), 201);
        return Door.nobody(url)
                .send(
                        "POST",
                        "/auth/register",
                        Door.JSON
                                .createObjectNode()
                                .put("invite", invite.path("url").asText().replaceAll(".*/", ""))
                                .put("username", username)
                                .put("password", LocalStack.PASSWORD));
    }

    private static ObjectNode source(String name) throws Exception {
        Path folder = Files.createTempDirectory(SharedStack.documentsFolder(), "hostile");
        ObjectNode source = Door.JSON.createObjectNode().put("name", name).put("kind", "folder");
        source.putObject("config").put("path", folder.toString());
        return source;
    }

    private static ArrayNode ids() {
        ArrayNode ids = Door.JSON.createArrayNode();
        for (int i = 0; i < MANY; i++) {
            ids.add(UUID.randomUUID().toString());
        }
        return ids;
    }

    private static void assertField(HttpResponse<String> answer, String field) throws Exception {
        assertProblem(answer, 400);
        assertThat(Door.list(Door.JSON.readTree(answer.body()).path("errors")))
                .as(answer.body())
                .anyMatch(error -> error.path("field").asText().startsWith(field));
    }

    private static void assertProblem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode())
                .as(answer.request().uri().getPath() + " " + answer.body())
                .isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Door.JSON.readTree(answer.body()).path("detail").asText()).isNotBlank();
    }
}
