package dev.nightshift.sandbox.execution;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.MemberId;
import dev.nightshift.testing.NightshiftTestStack;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = NightshiftTestStack.class,
        initArgs = @ResourceArg(name = "nightshift.sandbox.max-live", value = "3"))
class ExecutionsTest {
    private final TestRun run = TestRun.next();
    private final UUID step = UUID.randomUUID();

    @AfterEach
    void release() {
        run.fenced(1000).release().then().statusCode(204);
    }

    @Test
    void anExecutionAnswersWhatItPrinted() {
        run.bash(step, "echo hello; exit 4", 20_000)
                .then()
                .statusCode(200)
                .body("stepId", equalTo(step.toString()))
                .body("status", equalTo("failed"))
                .body("exitCode", equalTo(4))
                .body("output", equalTo("hello\n"))
                .body("truncated", is(false))
                .body("timedOut", is(false))
                .body("startedAt", notNullValue())
                .body("finishedAt", notNullValue())
                .body("durationMs", greaterThanOrEqualTo(0));
    }

    @Test
    void everyToolWorks() {
        run.tool("write_file", Map.of("path", "in.txt", "content", "21"))
                .then()
                .body("status", equalTo("completed"))
                .body("exitCode", nullValue());
        run.tool("run_python", Map.of("code", "open('out.txt', 'w').write(str(2 * int(open('in.txt').read())))"))
                .then()
                .body("status", equalTo("completed"));
        run.tool("read_file", Map.of("path", "out.txt")).then().body("output", equalTo("42"));
    }

    @Test
    void askedAgainItIsNotDoneAgain() {
        String first = run.bash(step, "echo once >> log; cat log", 20_000).asString();

        assertEquals(first, run.bash(step, "echo once >> log; cat log", 20_000).asString());
        run.bash("wc -l < log").then().body("output", equalTo("1\n"));
    }

    @Test
    void anotherRequestUnderTheSameKeyIsAConflict() {
        run.bash(step, "echo one", 20_000);

        run.bash(step, "echo two", 20_000).then().statusCode(409);
        run.execute(step, "run_python", Map.of("code", "echo one"), Map.of(), 0)
                .then()
                .statusCode(409);
    }

    @Test
    void anExecutionOutlivesItsCallerAndEverybodyMayWaitForIt() {
        String script = "echo begun >> log; sleep 0.5; cat log";
        run.bash(step, script, 0)
                .then()
                .body("status", equalTo("running"))
                .body("finishedAt", nullValue())
                .body("durationMs", nullValue());
        List<CompletableFuture<String>> waiting = List.of(
                CompletableFuture.supplyAsync(
                        () -> run.bash(step, script, 20_000).asString()),
                CompletableFuture.supplyAsync(
                        () -> run.fenced(2).bash(step, script, 20_000).asString()));

        assertEquals(waiting.get(0).join(), waiting.get(1).join());
        run.fenced(2)
                .bash(step, script, 0)
                .then()
                .body("status", equalTo("completed"))
                .body("output", equalTo("begun\n"));
    }

    @Test
    void executionsOfARunAreDoneOneAfterTheOther() {
        run.bash(step, "sleep 0.3; echo first >> log", 0);

        run.bash("echo second >> log; cat log").then().body("output", equalTo("first\nsecond\n"));
    }

    @Test
    void whoWasOvertakenIsFenced() {
        run.fenced(7).bash(step, "echo mine", 20_000).then().statusCode(200);

        List.of(
                        run.fenced(6).bash("echo theirs"),
                        run.fenced(6).bash(step, "echo mine", 20_000),
                        run.fenced(6).files(Map.of("a", "b")),
                        run.fenced(6).release())
                .forEach(answer -> answer.then()
                        .statusCode(409)
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:nightshift:problem:fenced")));
        run.fenced(7).bash("echo on").then().statusCode(200);
    }

    @Test
    void theTimeLimitEndsIt() {
        run.execute(step, "run_bash", Map.of("script", "echo a; sleep 100"), Map.of("timeoutMs", 200), 20_000)
                .then()
                .body("status", equalTo("failed"))
                .body("timedOut", is(true))
                .body("exitCode", nullValue())
                .body("output", equalTo("a\n"));
    }

    @Test
    void aToolThatIsNotAllowedIsRefusedAndRecorded() {
        run.allowed("read_file").bash(step, "echo no > file", 20_000).then().body("status", equalTo("refused"));

        run.bash(step, "echo no > file", 20_000)
                .then()
                .statusCode(200)
                .body("status", equalTo("refused"))
                .body("output", equalTo("The tool run_bash is not among the actions allowed to this run."));
        run.bash("ls").then().body("output", equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../etc/passwd", "/proc/self/root/etc/passwd", "a\0b", "a\uD800b"})
    void aFileOutsideIsRefusedAndRecorded(String path) {
        UUID reading = UUID.randomUUID();
        Response first = run.execute(reading, "read_file", Map.of("path", path), Map.of(), 20_000);

        first.then().statusCode(200).body("status", equalTo("refused")).body("output", not(equalTo("")));
        assertEquals(
                first.asString(),
                run.execute(reading, "read_file", Map.of("path", path), Map.of(), 0)
                        .asString());
    }

    @Test
    void onlyTheRunItselfMayUseItsSandbox() {
        Map<String, ?> body = Map.of(
                "sessionId",
                run.session().toString(),
                "fence",
                1,
                "tool",
                "run_bash",
                "arguments",
                Map.of("script", "echo"));

        run.put("", step, body, 0).then().statusCode(401);
        run.put(TestRun.of(run.session()).token(), step, body, 0).then().statusCode(404);
        run.put(Tokens.service("runner-service"), step, body, 0).then().statusCode(403);
        run.put(Tokens.admin(MemberId.next(), "admin"), step, body, 0).then().statusCode(403);
    }

    @Test
    void aRunCannotTakeAnotherSession() {
        Map<String, ?> body = Map.of(
                "sessionId",
                UUID.randomUUID().toString(),
                "fence",
                1,
                "tool",
                "run_bash",
                "arguments",
                Map.of("script", "echo"));

        run.put(run.token(), step, body, 0).then().statusCode(403);
    }

    @Test
    void everyFaultOfARequestIsNamed() {
        Map<String, ?> body =
                Map.of("sessionId", "x", "fence", "1", "tool", "rm", "arguments", Map.of(), "timeoutMs", 0, "extra", 1);

        run.put(run.token(), step, body, 0)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("sessionId", "fence", "tool", "timeoutMs", "extra"));
        run.tool("run_bash", Map.of("code", "x"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("arguments.script", "arguments.code"));
        run.tool("run_bash", Map.of("script", 7)).then().statusCode(400);
        run.put(run.token(), step, "{\"fence\": 1, \"fence\": 2}", 0).then().statusCode(400);
    }

    @Test
    void twoHundredShortExecutionsInARow() {
        for (int i = 1; i <= 200; i++) {
            run.bash("echo x >> log; wc -l < log").then().body("output", equalTo(i + "\n"));
        }
    }

    @Test
    void whatTheMachineEnforcesIsToldToServices() {
        given().header("Authorization", Tokens.service("agent-api"))
                .get("/internal/enforcement")
                .then()
                .statusCode(200)
                .body("enforced", hasItems("network", "files", "workspace", "time", "processes"))
                .body("missing", notNullValue());
        given().header("Authorization", run.token())
                .get("/internal/enforcement")
                .then()
                .statusCode(403);
        given().get("/q/health/ready").then().statusCode(200);
    }
}
