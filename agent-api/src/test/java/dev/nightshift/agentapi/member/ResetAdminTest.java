package dev.nightshift.agentapi.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ResetAdminTest extends AgentApiTest {
    private static final String SENTENCE = "Sign in as %s with the password ";

    @ConfigProperty(name = "nightshift.db.url")
    String url;

    @ConfigProperty(name = "nightshift.db.user")
    String user;

    @ConfigProperty(name = "nightshift.db.password")
    String databasePassword;

    @TempDir
    Path dataDir;

    private record Result(int code, String out, String err) {}

    @AfterEach
    void forgetFailures() {
        pool.query("delete from sign_in_failures").execute().await().atMost(SOON);
    }

    @Test
    void aLockedOutAdminGetsANewPasswordAndIsActiveAgain() {
        Person person = person("Locked");
        set(person, "admin", "disabled");
        for (int i = 0; i <= 10; i++) {
            signIn(person.username(), "guess " + i);
        }

        Result result = reset(person.username().toUpperCase(java.util.Locale.ROOT));

        String sentence = SENTENCE.formatted(person.username());
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith(sentence);
        String password = result.out().substring(sentence.length()).strip();
        signIn(person.username(), PASSWORD).then().statusCode(401);
        signIn(person.username(), password).then().statusCode(204);
        person.calls().get("/api/me").then().statusCode(401);
        assertThat(audits(person)).isEqualTo(1);
        set(person, "member", "active");
    }

    @Test
    void withoutANameItIsTheFirstAdminAndTheFileWithTheFirstPasswordGoes() throws Exception {
        Path file = Files.writeString(dataDir.resolve("admin-password"), PASSWORD);
        String hash = hash("admin");

        Result result = reset();

        assertThat(result.out()).startsWith(SENTENCE.formatted("admin"));
        assertThat(hash("admin")).isNotEqualTo(hash);
        assertThat(file).doesNotExist();
        pool.preparedQuery("update members set password_hash = $1 where username = 'admin'")
                .execute(Tuple.of(hash))
                .await()
                .atMost(SOON);
        forgetAdminCookie();
    }

    @Test
    void whoeverIsNoAdminIsLeftAlone() {
        Person person = person("Plain");

        Result result = reset(person.username());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(person.username());
        person.calls().get("/api/me").then().statusCode(200);
        assertThat(reset("nobody").code()).isEqualTo(1);
        assertThat(reset("one", "two").code()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaid() {
        Result result = run(Map.of("NIGHTSHIFT_DB_URL", "127.0.0.1:1/nightshift"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("The password was not reset:");
    }

    private Result reset(String... arguments) {
        return run(
                Map.of(
                        "NIGHTSHIFT_DB_URL", url,
                        "NIGHTSHIFT_DB_USER", user,
                        "NIGHTSHIFT_DB_PASSWORD", databasePassword,
                        "NIGHTSHIFT_DATA_DIR", dataDir.toString()),
                arguments);
    }

    private static Result run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = ResetAdmin.run(arguments, environment, new PrintStream(out), new PrintStream(err));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void set(Person person, String role, String state) {
        pool.preparedQuery("update members set role = $2, state = $3 where id = $1")
                .execute(Tuple.of(person.id().value(), role, state))
                .await()
                .atMost(SOON);
    }

    private String hash(String username) {
        return pool.preparedQuery("select password_hash from members where username = $1")
                .execute(Tuple.of(username))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getString("password_hash");
    }

    private long audits(Person person) {
        return pool.preparedQuery("select count(*) as n from audit_entries"
                        + " where action = 'password.reset' and actor_kind = 'system' and target_id = $1")
                .execute(Tuple.of(person.id().toString()))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong("n");
    }
}
