package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Values that a schema asks for, and now and then values that it does not. */
final class FuzzValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202Eabc",
            "\uD83D\uDE00",
            "\uD800",
            "' or 1=1 --",
            "%00",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "\r\nSet-Cookie: a=b",
            "null",
            "NaN",
            "1e999",
            "-1",
            "99999999999999999999",
            "2026-02-30T25:61:00Z",
            "+292278994-08-17T07:12:55.807Z",
            "P99999999999Y",
            "every 0 seconds",
            "0 0 30 2 *",
            "PT0.5S",
            "x".repeat(10_000));
    private static final List<String> USEFUL = List.of(
            "every 6 hours",
            "0 9 * * 1-5",
            "Europe/Berlin",
            "user",
            "org",
            "member",
            "admin",
            "folder",
            "queue",
            "runbook",
            "active",
            "PT1H",
            "2027-01-01T09:00:00Z",
            "manual",
            "write",
            "background_task_error",
            "https://example.com/hook");

    private final Random random;
    private final List<String> ids = new ArrayList<>();

    FuzzValues(Random random) {
        this.random = random;
    }

    /** An id that the platform gave is worth asking for again. */
    void remember(String id) {
        if (ids.size() < 500) {
            ids.add(id);
        } else {
            ids.set(random.nextInt(ids.size()), id);
        }
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    String text() {
        return oneIn(3) ? pick(NASTY) : oneIn(3) && !ids.isEmpty() ? pick(ids) : oneIn(2) ? pick(USEFUL) : word();
    }

    String id() {
        return !ids.isEmpty() && !oneIn(3)
                ? pick(ids)
                : oneIn(2) ? UUID.randomUUID().toString() : text();
    }

    /** What may stand in a header at all. */
    String header() {
        String text = oneIn(2) ? "\"" + random.nextInt(4) + "\"" : text().replaceAll("[^ -~]", "");
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    /** A value for the schema; one in eight is of another kind altogether. */
    JsonNode value(JsonNode given, FuzzOperation operation, int depth) {
        JsonNode schema = operation.resolve(given);
        if (depth > 6 || oneIn(8)) {
            return anything();
        }
        if (schema.has("enum") && !oneIn(6)) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, operation, depth);
            case "array" -> array(schema, operation, depth);
            case "integer" -> NODES.numberNode(oneIn(3) ? random.nextLong() : random.nextInt(-2, 2_000));
            case "number" -> NODES.numberNode(random.nextDouble() * 100 - 10);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.textNode("uuid".equals(schema.path("format").asText()) ? id() : text());
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText("object");
    }

    private JsonNode object(JsonNode schema, FuzzOperation operation, int depth) {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean required = schema.path("required")
                    .valueStream()
                    .anyMatch(r -> r.asText().equals(property.getKey()));
            if (required ? !oneIn(12) : oneIn(3)) {
                object.set(property.getKey(), value(property.getValue(), operation, depth + 1));
            }
        }
        if (oneIn(12)) {
            object.set(oneIn(2) ? "owner" : word(), anything());
        }
        return object;
    }

    private JsonNode array(JsonNode schema, FuzzOperation operation, int depth) {
        ArrayNode array = NODES.arrayNode();
        int size = oneIn(40) ? 10_000 : random.nextInt(4);
        for (int i = 0; i < size; i++) {
            array.add(size > 10 ? NODES.textNode(id()) : value(schema.path("items"), operation, depth + 1));
        }
        return array;
    }

    private JsonNode anything() {
        return switch (random.nextInt(7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> NODES.arrayNode().add(text());
            case 4 -> NODES.objectNode().put(word(), text());
            case 5 -> NODES.numberNode(1e300);
            default -> NODES.textNode(text());
        };
    }

    private String word() {
        return Integer.toString(random.nextInt(1_000_000), 36);
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
