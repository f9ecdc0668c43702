package dev.nightshift.agentapi.catalog;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogTest extends AgentApiTest {

    @Test
    void twoAgentsAreReadyToInstall() {
        admin().get("/api/catalog")
                .then()
                .statusCode(200)
                .body("items.name", containsInAnyOrder("health-check", "daily-digest"))
                .body("items.find { it.name == 'health-check' }.schedule", equalTo("every 60 seconds"))
                .body("items.find { it.name == 'daily-digest' }.needsSources", equalTo(true));
    }

    @Test
    void theHealthCheckIsInstalledAsOnesOwnAgent() {
        admin().post("/api/catalog/health-check/install")
                .then()
                .statusCode(201)
                .body("origin", equalTo("installed"))
                .body("name", equalTo("Health check"))
                .body("type", equalTo("user"))
                .body("model", equalTo("runbook"))
                .body("schedule", equalTo("every 60 seconds"))
                .body("allowedActions", equalTo(List.of("run_bash", "run_python")))
                .body("instructions", containsString("```bash"));
    }

    @Test
    void theDigestGetsTheSourcesThatTheMemberMayReadUnlessTheyAreNamed() {
        String readable = UUID.randomUUID().toString();
        StubServer.on("GET /api/sources", StubServer.json(200, "{\"items\": [{\"id\": \"" + readable + "\"}]}"));

        admin(Map.of("name", "News of the day", "schedule", "daily at 7am", "timezone", "Europe/Berlin"))
                .post("/api/catalog/daily-digest/install")
                .then()
                .statusCode(201)
                .body("name", equalTo("News of the day"))
                .body("schedule", equalTo("daily at 7am"))
                .body("timezone", equalTo("Europe/Berlin"))
                .body("allowedSources", equalTo(List.of(readable)));
        admin(Map.of("allowedSources", List.of()))
                .post("/api/catalog/daily-digest/install")
                .then()
                .statusCode(201)
                .body("allowedSources", equalTo(List.of()));
    }

    @Test
    void faultsAreNamed() {
        admin(Map.of("schedule", "sometimes", "name", ""))
                .post("/api/catalog/health-check/install")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("schedule", "name"));
        admin(Map.of("instructions", "mine"))
                .post("/api/catalog/health-check/install")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("instructions")));
        admin().post("/api/catalog/coffee/install").then().statusCode(404);
    }
}
