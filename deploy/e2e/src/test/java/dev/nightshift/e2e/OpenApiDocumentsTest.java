package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every operation of the committed OpenAPI documents, whichever service it is of. */
class OpenApiDocumentsTest {
    private static final List<String> DOCUMENTS = List.of("agent-api", "collab-service", "search-service");
    private static final String PROBLEM = "application/problem+json";

    @Test
    void everyOperationHasAnIdOfItsOwnAndASummary() throws IOException {
        Set<String> ids = new HashSet<>();
        assertThat(FuzzOperation.all(DOCUMENTS)).allSatisfy(operation -> {
            assertThat(operation.text("operationId")).isNotBlank();
            assertThat(ids.add(operation.text("operationId"))).isTrue();
            assertThat(operation.text("summary")).isNotBlank();
        });
    }

    @Test
    void everyRefusalIsAProblem() throws IOException {
        assertThat(FuzzOperation.all(DOCUMENTS)).allSatisfy(operation -> {
            assertThat(operation.statuses()).contains("4XX", "503");
            for (String status : operation.statuses()) {
                JsonNode answer = operation.answer(status);
                boolean oauth = operation.path().startsWith("/auth/device/") && status.equals("400");
                if ((status.startsWith("4") || status.startsWith("5")) && !oauth) {
                    assertThat(answer.path("content").has(PROBLEM)).as(status).isTrue();
                }
                if (status.equals("429") || status.equals("503")) {
                    assertThat(answer.at("/headers/Retry-After").isMissingNode())
                            .as(status)
                            .isFalse();
                }
            }
        });
    }

    @Test
    void everyBodyThatIsSentHasAnExample() throws IOException {
        assertThat(FuzzOperation.all(DOCUMENTS))
                .allSatisfy(operation -> assertThat(operation.bodyTypes())
                        .allSatisfy(
                                type -> assertThat(operation.bodyExamples(type)).isNotEmpty()));
    }

    @Test
    void everyExampleKeepsItsSchema() throws IOException {
        List<String> faults = new ArrayList<>();
        for (FuzzOperation operation : FuzzOperation.all(DOCUMENTS)) {
            for (String type : operation.bodyTypes()) {
                for (JsonNode example : operation.bodyExamples(type)) {
                    faults.addAll(operation.bodyFaults(type, example));
                }
            }
            for (String status : operation.statuses()) {
                for (Map.Entry<String, JsonNode> content :
                        operation.answer(status).path("content").properties()) {
                    for (JsonNode example : operation.examples(content.getValue())) {
                        operation
                                .schemaFaults(content.getValue().path("schema"), example)
                                .forEach(fault -> faults.add(operation + " " + status + " " + fault));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void pagesAreAskedForInTheSameWayEverywhere() throws IOException {
        for (FuzzOperation operation : FuzzOperation.all(DOCUMENTS)) {
            for (JsonNode parameter : operation.parameters()) {
                if (parameter.path("name").asText().equals("limit")) {
                    JsonNode schema = parameter.path("schema");
                    assertThat(List.of(
                                    schema.path("type").asText(),
                                    schema.path("minimum").asInt(),
                                    schema.path("maximum").asInt(),
                                    schema.path("default").asInt()))
                            .as(operation.toString())
                            .isEqualTo(List.of("integer", 1, 200, 50));
                }
            }
        }
    }
}
