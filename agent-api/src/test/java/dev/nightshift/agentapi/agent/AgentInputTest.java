package dev.nightshift.agentapi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AgentInputTest extends AgentApiTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("name", "", "name"),
                fault("name", "   ", "name"),
                fault("name", "x".repeat(201), "name"),
                fault("name", 7, "name"),
                fault("name", null, "name"),
                fault("description", "x".repeat(2001), "description"),
                fault("instructions", null, "instructions"),
                fault("instructions", " ", "instructions"),
                fault("instructions", "ü".repeat(32 * 1024 + 1), "instructions"),
                fault("instructions", List.of("text"), "instructions"),
                fault("schedule", null, "schedule"),
                fault("schedule", "every now and then", "schedule"),
                fault("schedule", "61 * * * *", "schedule"),
                fault("schedule", "every 0 seconds", "schedule"),
                fault("schedule", "PT0.5S", "schedule"),
                fault("schedule", "0", "schedule"),
                fault("schedule", 60, "schedule"),
                fault("timezone", "Mars/Olympus", "timezone"),
                fault("timezone", "+02:00", "timezone"),
                fault("type", "team", "type"),
                fault("type", true, "type"),
                fault("visibility", "nobody", "visibility"),
                fault("state", "stopped", "state"),
                fault("state", "deleted", "state"),
                fault("overlapPolicy", "buffer_one", "overlapPolicy"),
                fault("overlapPolicy", "whatever", "overlapPolicy"),
                fault("catchUpWindow", "an hour", "catchUpWindow"),
                fault("catchUpWindow", "-PT1H", "catchUpWindow"),
                fault("catchUpPolicy", "none", "catchUpPolicy"),
                fault("jitterMs", -1, "jitterMs"),
                fault("jitterMs", 1.5, "jitterMs"),
                fault("jitterMs", "1000", "jitterMs"),
                fault("startAt", "tomorrow", "startAt"),
                fault("endAt", "2027-01-01", "endAt"),
                fault("endAt", "+999999999-01-01T00:00:00Z", "endAt"),
                fault("model", "gpt-17", "model"),
                fault("allowedActions", List.of("run_bash", "rm_rf"), "allowedActions[1]"),
                fault("allowedActions", List.of("run_bash", "run_bash", "rm_rf"), "allowedActions[2]"),
                fault("allowedActions", List.of("send_email"), "allowedActions[0]"),
                fault("allowedActions", List.of("github__create_issue"), "allowedActions[0]"),
                fault("allowedActions", "run_bash", "allowedActions"),
                fault("allowedActions", List.of(1), "allowedActions[0]"),
                fault("allowedSources", List.of("docs"), "allowedSources[0]"),
                fault("limits", List.of(), "limits"),
                fault("limits", Map.of("maxToolCalls", 0), "limits.maxToolCalls"),
                fault("limits", Map.of("maxToolCalls", 1001), "limits.maxToolCalls"),
                fault("limits", Map.of("requestLimit", 0), "limits.requestLimit"),
                fault("limits", Map.of("totalTokensLimit", 0), "limits.totalTokensLimit"),
                fault("limits", Map.of("costLimitUsd", 0), "limits.costLimitUsd"),
                fault("limits", Map.of("toolCallTimeoutMs", 0), "limits.toolCallTimeoutMs"),
                fault("limits", Map.of("runTimeoutMs", -5), "limits.runTimeoutMs"),
                fault("limits", Map.of("patience", 3), "limits.patience"),
                fault("retry", Map.of("attempts", 3), "retry"),
                fault("id", UUID.randomUUID().toString(), "id"),
                fault("owner", Map.of("id", UUID.randomUUID().toString()), "owner"),
                fault("origin", "installed", "origin"),
                fault("version", 7, "version"),
                fault("createdAt", "2027-01-01T00:00:00Z", "createdAt"),
                fault("nextRunAt", "2027-01-01T00:00:00Z", "nextRunAt"),
                fault("sandbox", "none", "sandbox"));
    }

    private static Arguments fault(String field, Object value, String named) {
        return Arguments.of(field, value, named);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultyFieldIsNamedAndNothingIsStored(String field, Object value, String named) {
        String marker = "Faulty " + UUID.randomUUID();
        Map<String, Object> agent = agent(marker);
        agent.put(field, value);

        ValidatableResponse answer = admin(agent)
                .post("/api/agents")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("errors.field", equalTo(List.of(named)));

        assertThat(answer.extract().<String>path("errors[0].message")).isNotBlank();
        admin().get("/api/agents?q=" + marker).then().body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void thePatchKnowsTheSameFaults(String field, Object value, String named) {
        String id = create(agent("To be patched"));
        java.util.HashMap<String, Object> patch = new java.util.HashMap<>();
        patch.put(field, value);
        String expected = field.equals("state") || field.equals("type") ? field : named;

        admin(patch).patch("/api/agents/" + id).then().statusCode(400).body("errors.field", equalTo(List.of(expected)));
        admin().get("/api/agents/" + id).then().body("version", equalTo(1));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        admin(Map.of(
                        "name",
                        "x".repeat(201),
                        "schedule",
                        "sometimes",
                        "timezone",
                        "Nowhere/Town",
                        "model",
                        "unknown",
                        "allowedActions",
                        List.of("fly"),
                        "limits",
                        Map.of("maxToolCalls", "many"),
                        "surprise",
                        true))
                .post("/api/agents")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "name",
                                "instructions",
                                "schedule",
                                "timezone",
                                "model",
                                "allowedActions[0]",
                                "limits.maxToolCalls",
                                "surprise"));
    }

    @Test
    void theMessagesShowExamples() {
        Map<String, String> messages = admin(Map.of("timezone", "Nowhere/Town", "schedule", "sometimes", "model", "x"))
                .post("/api/agents")
                .then()
                .statusCode(400)
                .extract()
                .<List<Map<String, String>>>path("errors")
                .stream()
                .collect(java.util.stream.Collectors.toMap(e -> e.get("field"), e -> e.get("message")));

        assertThat(messages.get("schedule")).contains("0 9 * * 1-5").contains("every 6 hours");
        assertThat(messages.get("timezone")).contains("Europe/Berlin");
        assertThat(messages.get("model")).contains("runbook");
        assertThat(messages.get("name")).contains("for example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"A\", \"name\": \"B\", \"instructions\": \"x\", \"schedule\": \"manual\"}",
                "{\"name\": \"A\", \"limits\": {\"maxToolCalls\": 1, \"maxToolCalls\": 2}}",
                "{\"name\": \"A\"",
                "{\"name\": \"A\"} {}",
                "[]",
                "\"agent\"",
                "null",
                "",
                "not json"
            })
    void aBodyThatIsNoJsonObjectIsAProblem(String body) {
        admin().contentType(ContentType.JSON)
                .body(body)
                .post("/api/agents")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aFieldTwiceIsNamed() {
        admin().contentType(ContentType.JSON)
                .body("{\"name\": \"A\", \"limits\": {\"maxToolCalls\": 1, \"maxToolCalls\": 2}}")
                .post("/api/agents")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("maxToolCalls")));
        String id = create(agent("Runs"));
        admin().body("{\"task\": \"a\", \"task\": \"b\"}")
                .post("/api/agents/" + id + "/runs")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("task")));
    }

    @Test
    void aTextThatNoDatabaseHoldsIsTheCallersFault() {
        admin().urlEncodingEnabled(false).get("/api/agents?q=%00").then().statusCode(400);
    }

    @Test
    void anAgentIsJsonWhateverIsAskedFor() {
        String id = create(agent("As JSON"));

        admin().accept("text/html")
                .get("/api/agents/" + id)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("id", equalTo(id));
    }

    @Test
    void endComesAfterStart() {
        Map<String, Object> agent = agent("Backwards");
        agent.put("startAt", "2027-02-01T00:00:00Z");
        agent.put("endAt", "2027-01-01T00:00:00Z");

        admin(agent).post("/api/agents").then().statusCode(400).body("errors.field", equalTo(List.of("endAt")));
    }

    @Test
    void anOrgAgentHasNoListOfSourcesNotEvenAnEmptyOne() {
        Map<String, Object> agent = agent("For all");
        agent.put("type", "org");
        agent.put("allowedSources", List.of());

        admin(agent)
                .post("/api/agents")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("allowedSources")));
    }

    @Test
    void aSourceThatTheMemberCannotReadIsNamed() {
        UUID readable = UUID.randomUUID();
        UUID hidden = UUID.randomUUID();
        StubServer.on("GET /api/sources", StubServer.json(200, "{\"items\": [{\"id\": \"" + readable + "\"}]}"));
        Map<String, Object> agent = agent("Reader");
        agent.put("allowedSources", List.of(readable.toString(), readable.toString(), hidden.toString()));
        admin(agent)
                .post("/api/agents")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("allowedSources[2]")));

        agent.put("allowedSources", List.of(readable.toString()));
        admin(agent)
                .post("/api/agents")
                .then()
                .statusCode(201)
                .body("allowedSources", equalTo(List.of(readable.toString())));
    }

    @Test
    void whileSearchIsAwayNewSourcesCannotBeChecked() {
        StubServer.on("GET /api/sources", StubServer.json(503, "{}"));
        Map<String, Object> agent = agent("Reader");
        agent.put("allowedSources", List.of(UUID.randomUUID().toString()));
        admin(agent)
                .post("/api/agents")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json");
    }
}
