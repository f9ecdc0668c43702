package dev.nightshift.agentapi.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Decision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A field that a version changed; {@code before} is absent where it came, {@code after} where it went. */
@Decision
@Schema(name = "AgentDifference")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        @Schema(required = true) String field,

        @Schema(description = "Any JSON value", implementation = Object.class) @Nullable JsonNode before,

        @Schema(description = "Any JSON value", implementation = Object.class) @Nullable JsonNode after) {

    /** In the order of their names. */
    public static List<Difference> between(JsonNode before, JsonNode after) {
        Set<String> fields = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        return fields.stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .sorted()
                .map(field -> new Difference(field, before.get(field), after.get(field)))
                .toList();
    }
}
