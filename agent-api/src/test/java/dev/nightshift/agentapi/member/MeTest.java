package dev.nightshift.agentapi.member;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeTest extends AgentApiTest {
    @Test
    void nobodyMakesOneselfAnAdmin() {
        Person person = person("Climber");
        for (String field : List.of("role", "state", "username", "id", "maxAgents", "hasPassword")) {
            person.calls(Map.of(field, "admin"))
                    .patch("/api/me")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains(field));
        }

        person.calls(Map.of("name", "Climber II", "email", "climber@example.org"))
                .patch("/api/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("Climber II"))
                .body("email", equalTo("climber@example.org"))
                .body("role", equalTo("member"));
        for (String name : List.of("", "  ", "be\u0007ll", "zero\u200bwidth", "\u202eright", "x".repeat(101))) {
            person.calls(Map.of("name", name))
                    .patch("/api/me")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("name"));
        }
        person.calls().get("/api/me").then().body("name", equalTo("Climber II")).body("role", equalTo("member"));
    }
}
