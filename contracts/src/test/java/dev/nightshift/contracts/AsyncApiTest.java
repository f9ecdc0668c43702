package dev.nightshift.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed AsyncAPI document says what the records say. */
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");
    private static final Path SOCKETS = Path.of("src/test/resources/sockets.yaml");
    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES));

    @Test
    void theCommittedDocumentIsUpToDate() throws IOException {
        JsonNode expected = AsyncApiDocument.of(Topics.ALL, YAML.readTree(SOCKETS.toFile()));
        if (Boolean.getBoolean("asyncapi.update")) {
            Files.writeString(DOCUMENT, YAML.writeValueAsString(expected));
        }

        assertEquals(
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(expected),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(YAML.readTree(DOCUMENT.toFile())),
                "docs/asyncapi.yaml has drifted: run the contracts tests with -Dasyncapi.update=true and look at the difference");
    }
}
