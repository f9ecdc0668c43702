package dev.nightshift.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends SearchServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theCommittedDocumentIsWhatTheServiceAnswersTo() throws IOException {
        Path committed = Path.of(System.getProperty("nightshift.root"), "docs/openapi/search-service.json");
        String served = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String now = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(served)) + "\n";
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, now);
        }

        assertEquals(
                Files.readString(committed),
                now,
                "docs/openapi/search-service.json is not what the code says. If the change is meant, write it anew with"
                        + " mvn -pl search-service test -Dtest=OpenApiTest -Dopenapi.update=true");
    }
}
