package dev.nightshift.agentapi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatedCallsTest extends AgentApiTest {
    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatGetsTheFirstAnswerAndNothingHappensTwice() {
        Map<String, Object> agent = agent("Once " + key);

        String first = admin(agent)
                .header("Idempotency-Key", key)
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        String second = admin(agent)
                .header("Idempotency-Key", key)
                .post("/api/agents")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
        admin().get("/api/agents?q=" + key).then().body("items.size()", equalTo(1));
    }

    @Test
    void anotherBodyUnderTheSameKeyIsAConflict() {
        admin(agent("One"))
                .header("Idempotency-Key", key)
                .post("/api/agents")
                .then()
                .statusCode(201);

        admin(agent("Two"))
                .header("Idempotency-Key", key)
                .post("/api/agents")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @Test
    void theKeyCountsForOneMemberAndOnePathOnly() {
        Person other = person("Other");
        String agent = create(agent("Runs"));

        admin(agent("Mine"))
                .header("Idempotency-Key", key)
                .post("/api/agents")
                .then()
                .statusCode(201);
        other.calls(agent("Theirs"))
                .header("Idempotency-Key", key)
                .post("/api/agents")
                .then()
                .statusCode(201);
        admin(Map.of())
                .header("Idempotency-Key", key)
                .post("/api/agents/" + agent + "/runs")
                .then()
                .statusCode(202);
    }

    @Test
    void aCallThatFailedMayBeMadeAgainUnderItsKey() {
        Map<String, Object> agent = agent("Corrected");
        agent.put("schedule", "nonsense");
        admin(agent).header("Idempotency-Key", key).post("/api/agents").then().statusCode(400);
        agent.put("schedule", "manual");

        admin(agent).header("Idempotency-Key", key).post("/api/agents").then().statusCode(201);
    }

    @Test
    void theKeyIsForgottenAfterADay() {
        String agent = create(agent("Yesterday"));
        String first = run(agent);
        pool.preparedQuery("update idempotency_keys set created_at = now() - interval '25 hours' where key = $1")
                .execute(Tuple.of(key))
                .await()
                .atMost(SOON);

        assertThat(run(agent)).isNotEqualTo(first);
    }

    @Test
    void manyAtOnceStartOneRun() throws Exception {
        String agent = create(agent("Impatient"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> call = () -> run(agent);
            List<Future<String>> answers =
                    threads.invokeAll(Stream.generate(() -> call).limit(8).toList());

            String first = answers.getFirst().get();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
        admin().get("/api/agents/" + agent + "/runs").then().body("items.size()", equalTo(1));
    }

    @Test
    void aKeyIsNotEmptyAndNotEndless() {
        admin(agent("Keyless"))
                .header("Idempotency-Key", "k".repeat(256))
                .post("/api/agents")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("Idempotency-Key")));
    }

    @Test
    void aRepeatIsAnsweredThoughSearchIsAway() {
        String source = UUID.randomUUID().toString();
        StubServer.on("GET /api/sources", StubServer.json(200, "{\"items\": [{\"id\": \"" + source + "\"}]}"));
        Map<String, Object> agent = agent("Reader");
        agent.put("allowedSources", List.of(source));
        String made = id(admin(agent).header("Idempotency-Key", key).post("/api/agents"));
        String installed = id(admin().header("Idempotency-Key", key).post("/api/catalog/daily-digest/install"));

        StubServer.on("GET /api/sources", StubServer.json(503, "{}"));

        assertThat(id(admin(agent).header("Idempotency-Key", key).post("/api/agents")))
                .isEqualTo(made);
        assertThat(id(admin().header("Idempotency-Key", key).post("/api/catalog/daily-digest/install")))
                .isEqualTo(installed);
    }

    @Test
    void anotherBodyIsAConflictEvenOneThatWouldNotDo() {
        admin(agent("One"))
                .header("Idempotency-Key", key)
                .post("/api/agents")
                .then()
                .statusCode(201);

        admin(Map.of("name", "Two"))
                .header("Idempotency-Key", key)
                .post("/api/agents")
                .then()
                .statusCode(409);
    }

    @Test
    void aRepeatIsAnsweredThoughTheAgentIsGone() {
        String agent = create(agent("Short-lived"));
        String first = run(agent);
        admin().delete("/api/agents/" + agent).then().statusCode(204);

        assertThat(run(agent)).isEqualTo(first);
    }

    private static String id(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    private String run(String agent) {
        return admin(Map.of("task", "now"))
                .header("Idempotency-Key", key)
                .post("/api/agents/" + agent + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("runId");
    }
}
