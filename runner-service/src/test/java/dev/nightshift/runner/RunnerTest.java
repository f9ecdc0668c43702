package dev.nightshift.runner;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MalformedEventException;
import dev.nightshift.contracts.RunCommand;
import dev.nightshift.contracts.RunCommand.StopRun;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.StubServer;
import dev.nightshift.testing.TestKafka;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A runner on real PostgreSQL and Kafka, with the other services stubbed. */
@WithTestResource(NightshiftTestStack.class)
@WithTestResource(ScriptedModels.class)
abstract class RunnerTest {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    TestKafka kafka;
    StubSandbox sandbox;
    StubAgentApi agentApi;

    @BeforeEach
    void install() {
        StubServer.reset();
        kafka = TestKafka.ofThisTest();
        sandbox = StubSandbox.install();
        agentApi = StubAgentApi.install();
    }

    @AfterEach
    void letEverythingEnd() {
        sandbox.mayEnd.countDown();
        await().atMost(PATIENCE)
                .until(() -> sql("select 1 from runs where status in ('pending', 'running')")
                        .isEmpty());
    }

    void send(SampleRun run) {
        kafka.send(Topics.DUE_RUNS, DueRunEvent.CODEC, run.due(), run.agentId().toString());
    }

    void stop(SampleRun run) {
        StopRun stop = new StopRun(run.runId(), run.agentId(), SampleRun.ADA, "enough", Instant.now());
        kafka.send(Topics.RUN_COMMANDS, RunCommand.CODEC, stop, run.runId().toString());
    }

    /** The run's row once it has this status. */
    Row awaitStatus(SampleRun run, String status) {
        await().atMost(PATIENCE).until(() -> status(run), status::equals);
        return row(run);
    }

    String status(SampleRun run) {
        List<Row> rows =
                sql("select status from runs where run_id = $1", run.runId().value());
        return rows.isEmpty() ? "unknown" : rows.getFirst().getString("status");
    }

    Row row(SampleRun run) {
        return sql("select * from runs where run_id = $1", run.runId().value()).getFirst();
    }

    List<Row> sql(String statement, Object... values) {
        return pool.preparedQuery(statement).execute(Tuple.from(values)).await().atMost(PATIENCE).stream()
                .toList();
    }

    /** What was committed for publication, in order. */
    List<RunEvent.Known> events(SampleRun run) {
        return sql("select value from published_rows where event_id like $1 order by position", run.runId() + ":%")
                .stream()
                .map(RunnerTest::event)
                .toList();
    }

    List<String> eventTypes(SampleRun run) {
        return events(run).stream().map(RunEvent.CODEC::typeOf).toList();
    }

    /** As agent-api reads them. */
    JsonNode steps(RunId run, String query) {
        String body = RestAssured.given()
                .header("Authorization", Tokens.service("agent-api"))
                .get("/internal/runs/" + run + "/steps" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunEvent.Known event(Row row) {
        try {
            return (RunEvent.Known) RunEvent.CODEC.decode(row.getBuffer("value").getBytes());
        } catch (MalformedEventException e) {
            throw new AssertionError(e);
        }
    }
}
