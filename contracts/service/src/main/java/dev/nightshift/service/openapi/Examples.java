package dev.nightshift.service.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.nightshift.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * What bodies look like, from the service's {@code openapi-examples.json}: by the name of a schema, or by the id of the
 * operation whose request has no named one.
 */
final class Examples {
    private static final String FILE = "openapi-examples.json";
    private static final String USUAL = "usual";

    private final Map<String, Object> values;

    private Examples(Map<String, Object> values) {
        this.values = values;
    }

    /** Those of the service that is being built; none where it has no such file. */
    static Examples ofService() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return new Examples(
                    file == null
                            ? Map.of()
                            : new TreeMap<>(
                                    Json.mapper().readValue(file, new TypeReference<Map<String, Object>>() {})));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    void addTo(Components components) {
        values.forEach((name, value) ->
                components.addExample(name, OASFactory.createExample().value(value)));
    }

    void complete(Operation operation) {
        if (operation.getRequestBody() != null) {
            complete(operation.getRequestBody().getContent(), operation.getOperationId());
        }
        operation.getResponses().getAPIResponses().values().forEach(answer -> complete(answer.getContent(), null));
    }

    private void complete(@Nullable Content content, @Nullable String otherName) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> complete(type, otherName));
        }
    }

    private void complete(MediaType type, @Nullable String otherName) {
        String ref = type.getSchema() == null ? null : type.getSchema().getRef();
        String name = ref == null ? otherName : ref.substring(ref.lastIndexOf('/') + 1);
        if (name != null && values.containsKey(name)) {
            type.addExample(USUAL, OASFactory.createExample().ref(name));
        }
    }
}
