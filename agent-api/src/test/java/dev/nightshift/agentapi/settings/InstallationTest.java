package dev.nightshift.agentapi.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InstallationTest extends AgentApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"password", "ACCOUNTS", ""})
    void aModeThatIsNotThereStopsTheStartAndNamesItsSetting(String mode) {
        assertThatThrownBy(() -> new AuthMode(mode)).hasMessageContaining("NIGHTSHIFT_AUTH_MODE");
    }

    @Test
    void modelsAreListedWithTheDefault() {
        admin().get("/api/models")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'runbook' }.isDefault", equalTo(true));
    }

    @Test
    void toolsAreListedWithTheirEffect() {
        admin().get("/api/tools")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("run_bash"))
                .body("items.find { it.name == 'search_documents' }.effect", equalTo("pure"))
                .body("items.find { it.name == 'run_bash' }.effect", equalTo("keyed"))
                .body("items.find { it.name == 'run_bash' }.offeredTo", equalTo(List.of("user", "org")));
    }
}
