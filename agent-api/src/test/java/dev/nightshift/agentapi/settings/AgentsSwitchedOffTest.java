package dev.nightshift.agentapi.settings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.testing.NightshiftTestStack;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AgentsSwitchedOffTest.Off.class)
class AgentsSwitchedOffTest {

    /** An installation that has not switched agents on. */
    public static final class Off implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(NightshiftTestStack.class, Map.of("agents.enabled", "false")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/agents",
                "/api/agents/1/runs",
                "/api/runs",
                "/api/events",
                "/api/catalog",
                "/background-agents",
                "/background-agent-ws"
            })
    void theAgentPathsDoNotExist(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theRestDoesAndSaysSo() {
        given().get("/api/config").then().statusCode(200).body("features.agents", equalTo(false));
    }
}
