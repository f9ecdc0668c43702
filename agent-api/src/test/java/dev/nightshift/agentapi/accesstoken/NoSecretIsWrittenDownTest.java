package dev.nightshift.agentapi.accesstoken;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** Whatever somebody holds, no log line and no answer but the first shows it, even where everything is logged. */
@QuarkusTest
class NoSecretIsWrittenDownTest extends AgentApiTest {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            String message =
                    line instanceof ExtLogRecord formatted ? formatted.getFormattedMessage() : line.getMessage();
            lines.add(line.getLoggerName() + " " + message + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Test
    void notInTheLogAndNotInAnAnswer() {
        Logger ours = Logger.getLogger("dev.nightshift");
        Logger root = Logger.getLogger("");
        Level before = ours.getLevel();
        ours.setLevel(Level.ALL);
        root.addHandler(listener);
        List<String> secrets = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        try {
            use(person("Careful"), secrets, answers);
        } finally {
            root.removeHandler(listener);
            ours.setLevel(before);
        }

        assertThat(secrets).hasSize(5).allMatch(secret -> secret.length() > 8);
        assertThat(String.join("\n", lines)).contains("dev.nightshift").doesNotContain(secrets);
        assertThat(String.join("\n", answers)).doesNotContain(secrets);
    }

    private void use(Person person, List<String> secrets, List<String> answers) {
        Logger.getLogger("dev.nightshift.test").info("listening");
        secrets.add(person.cookie());
        JsonPath made = person.calls(Map.of("name", "logged"))
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String token = made.getString("token");
        secrets.add(token);
        JsonPath codes = given().formParam("client_id", "logged")
                .post("/auth/device/code")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        secrets.add(codes.getString("device_code"));
        answers.add(person.calls().get("/api/tokens").asString());
        answers.add(given().header("Authorization", "Bearer " + token)
                .get("/api/me")
                .asString());
        answers.add(given().header("Authorization", "Bearer " + token)
                .get("/api/agents/x?token=" + token)
                .asString());
        answers.add(given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body("{\"name\": 1}")
                .post("/api/agents")
                .asString());
        String wrong = "nsp_" + "B".repeat(43);
        secrets.add(wrong);
        answers.add(given().header("Authorization", "Bearer " + wrong)
                .get("/api/me")
                .asString());
        person.calls(Map.of("userCode", codes.getString("user_code"), "decision", "approve"))
                .post("/api/me/device")
                .then()
                .statusCode(204);
        secrets.add(given().formParam("grant_type", GRANT)
                .formParam("device_code", codes.getString("device_code"))
                .formParam("client_id", "logged")
                .post("/auth/device/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token"));
        answers.add(person.calls().delete("/api/tokens/" + made.getString("id")).asString());
        answers.add(given().header("Authorization", "Bearer " + token)
                .get("/api/me")
                .asString());
    }
}
