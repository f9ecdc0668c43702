package dev.nightshift.agentapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed API document says what the code does. {@code -Dopenapi.update=true} writes it anew. */
@QuarkusTest
class OpenApiDocumentTest extends AgentApiTest {
    private static final Path COMMITTED =
            Path.of(System.getProperty("nightshift.root", ".."), "docs", "openapi", "agent-api.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void isWhatTheServiceSays() throws IOException {
        JsonNode said = JSON.readTree(given().get("/q/openapi?format=json").asString());

        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, JSON.writeValueAsString(said) + "\n");
        }

        assertThat(said).isEqualTo(JSON.readTree(Files.readString(COMMITTED)));
    }
}
