package dev.nightshift.agentapi.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NobodyLearnsWhoHasAnAccountTest extends AgentApiTest {
    private static final int ROUNDS = 9;

    @AfterEach
    void forgetFailures() {
        pool.query("delete from sign_in_failures").execute().await().atMost(SOON);
    }

    @Test
    void unknownWrongDisabledAndRemovedAreAnsweredTheSame() {
        List<String> answers = new ArrayList<>();
        for (Attempt attempt : attempts()) {
            Response answer = signIn(attempt.username(), attempt.password());
            answers.add(answer.statusCode() + " " + answer.headers().getValue("Content-Type") + " "
                    + answer.headers().getValue("WWW-Authenticate") + " " + answer.cookies() + answer.asString());
        }

        assertThat(answers).hasSize(4).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).startsWith("401");
    }

    /** A path without the slow hash would be ten times as fast; half of the usual time leaves room for a busy machine. */
    @Test
    void unknownWrongDisabledAndRemovedTakeTheSameTime() {
        List<Attempt> attempts = attempts();
        List<List<Long>> taken = attempts.stream()
                .map(attempt -> (List<Long>) new ArrayList<Long>())
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < attempts.size(); i++) {
                long begin = System.nanoTime();
                signIn(attempts.get(i).username(), attempts.get(i).password())
                        .then()
                        .statusCode(401);
                taken.get(i).add((System.nanoTime() - begin) / 1000);
            }
        }

        List<Long> medians =
                taken.stream().map(NobodyLearnsWhoHasAnAccountTest::median).toList();

        assertThat(Collections.min(medians))
                .as("medians in microseconds: " + medians)
                .isGreaterThan(Collections.max(medians) / 2);
    }

    private record Attempt(String username, String password) {}

    private List<Attempt> attempts() {
        Person known = person("Known");
        Person disabled = person("Disabled");
        Person removed = person("Removed");
        state(disabled, "disabled");
        state(removed, "removed");
        return List.of(
                new Attempt("nobody-" + UUID.randomUUID(), PASSWORD),
                new Attempt(known.username(), "not the password"),
                new Attempt(disabled.username(), PASSWORD),
                new Attempt(removed.username(), PASSWORD));
    }

    private void state(Person person, String state) {
        pool.preparedQuery("update members set state = $2 where id = $1")
                .execute(Tuple.of(person.id().value(), state))
                .await()
                .atMost(SOON);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
