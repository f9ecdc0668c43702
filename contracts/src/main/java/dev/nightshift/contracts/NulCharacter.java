package dev.nightshift.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the NUL character in the texts of a JSON value. */
final class NulCharacter {
    private NulCharacter() {}

    /** Where the first one is, as {@code definition.name} or {@code messages[0].text}; null if there is none. */
    static @Nullable String in(JsonNode value) {
        if (value.isTextual()) {
            return value.asText().indexOf('\0') < 0 ? null : "";
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                String inside = in(value.get(i));
                if (inside != null) {
                    return join("[" + i + "]", inside);
                }
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String inside = in(field.getValue());
            if (inside != null) {
                return join(field.getKey(), inside);
            }
        }
        return null;
    }

    private static String join(String outer, String inner) {
        return inner.isEmpty() || inner.startsWith("[") ? outer + inner : outer + "." + inner;
    }
}
