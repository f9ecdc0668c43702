package dev.nightshift.service.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A creating or starting call. {@code key} is the caller's {@code Idempotency-Key}, absent where the call shall not be
 * recognised when it is repeated; it counts for this member and path only.
 */
public record Repeatable(
        MemberId member,
        String path,
        @Nullable String key,
        @Nullable JsonNode body) {
    private static final int LONGEST_KEY = 255;

    public Repeatable {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.invalid("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
    }

    /** The same for the same body, whatever the order of its fields. */
    byte[] bodyHash() {
        try {
            String text = body == null ? "" : sorted(body).toString();
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields;
        }
        return node;
    }
}
