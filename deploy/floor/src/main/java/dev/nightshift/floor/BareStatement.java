package dev.nightshift.floor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A statement and the values it is executed with. */
record BareStatement(String sql, Tuple values) {

    /**
     * Reads a file that gives every statement a name: <code>{"name": {"sql": "…", "values": [{"type": "uuid", "value":
     * "…"}]}}</code>, the types as PostgreSQL calls them, the values as it prints them.
     */
    static Map<String, BareStatement> read(Path file) {
        try {
            Map<String, BareStatement> statements = new HashMap<>();
            JsonObject named = new JsonObject(Files.readString(file));
            named.forEach(entry -> statements.put(entry.getKey(), of((JsonObject) entry.getValue())));
            return Map.copyOf(statements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BareStatement of(JsonObject statement) {
        JsonArray given = statement.getJsonArray("values");
        Tuple values = Tuple.tuple();
        for (int i = 0; i < given.size(); i++) {
            JsonObject one = given.getJsonObject(i);
            values.addValue(value(one.getString("type"), one.getString("value")));
        }
        return new BareStatement(statement.getString("sql"), values);
    }

    private static @Nullable Object value(String type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (type) {
            case "uuid" -> UUID.fromString(text);
            case "boolean" -> text.equals("t");
            case "integer" -> Integer.valueOf(text);
            case "bigint" -> Long.valueOf(text);
            case "timestamp with time zone" -> OffsetDateTime.parse(iso(text));
            case "text" -> text;
            default -> throw new IllegalArgumentException("a value of a type that was not expected: " + type);
        };
    }

    /** {@code 2026-11-20 22:30:17.123456+00} */
    private static String iso(String text) {
        return text.replace(' ', 'T') + (text.matches(".*[+-]\\d\\d") ? ":00" : "");
    }
}
