package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One operation of a committed OpenAPI document, with references resolved. */
final class FuzzOperation {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final String method;
    private final String path;
    private final JsonNode operation;
    private final JsonNode document;
    private final Map<String, JsonSchema> answers = new HashMap<>();

    private FuzzOperation(String method, String path, JsonNode operation, JsonNode document) {
        this.method = method;
        this.path = path;
        this.operation = operation;
        this.document = document;
    }

    static List<FuzzOperation> all(List<String> documents) throws IOException {
        List<FuzzOperation> all = new ArrayList<>();
        for (String name : documents) {
            JsonNode document = Door.JSON.readTree(
                    LocalStack.ROOT.resolve("docs/openapi/" + name + ".json").toFile());
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    if (METHODS.contains(operation.getKey())) {
                        all.add(new FuzzOperation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue(),
                                document));
                    }
                }
            }
        }
        return all;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    List<JsonNode> parameters() {
        return operation.path("parameters").valueStream().map(this::resolve).toList();
    }

    /** The media types that a body may have; none for an operation without one. */
    List<String> bodyTypes() {
        return resolve(operation.path("requestBody"))
                .path("content")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The schema of a body of this type. */
    JsonNode body(String type) {
        return resolve(resolve(operation.path("requestBody"))
                .path("content")
                .path(type)
                .path("schema"));
    }

    /** Follows a reference, as far as it goes. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }

    /** The documented answer of this status, of its class, or the default one. */
    Optional<JsonNode> answer(int status) {
        JsonNode answers = operation.path("responses");
        for (String name : List.of(String.valueOf(status), status / 100 + "XX", "default")) {
            if (answers.has(name)) {
                return Optional.of(resolve(answers.path(name)));
            }
        }
        return Optional.empty();
    }

    String text(String field) {
        return operation.path(field).asText();
    }

    List<String> statuses() {
        return operation
                .path("responses")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
    }

    JsonNode answer(String status) {
        return resolve(operation.path("responses").path(status));
    }

    List<JsonNode> bodyExamples(String type) {
        return examples(resolve(operation.path("requestBody")).path("content").path(type));
    }

    /** The values of the examples that stand with a body. */
    List<JsonNode> examples(JsonNode content) {
        List<JsonNode> examples = new ArrayList<>(content.path("examples")
                .valueStream()
                .map(example -> resolve(example).path("value"))
                .toList());
        if (content.has("example")) {
            examples.add(content.path("example"));
        }
        return examples;
    }

    List<String> bodyFaults(String type, JsonNode example) {
        return schemaFaults(body(type), example).stream()
                .map(fault -> this + " " + type + " " + fault)
                .toList();
    }

    List<String> schemaFaults(JsonNode schema, JsonNode value) {
        return compile(schema).validate(value).stream().map(Object::toString).toList();
    }

    /** What is wrong with a JSON body of this status, in words; empty when it keeps its schema or has none. */
    List<String> faults(int status, String mediaType, JsonNode body) {
        JsonNode schema = answer(status)
                .map(answer -> answer.path("content").path(mediaType).path("schema"))
                .orElse(Door.JSON.missingNode());
        if (schema.isMissingNode()) {
            return List.of();
        }
        return answers.computeIfAbsent(status + mediaType, key -> compile(schema)).validate(body).stream()
                .map(Object::toString)
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode root = Door.JSON.createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document.path("components"));
        return SCHEMAS.getSchema(root);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
