package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the AsyncAPI document from the event records themselves. */
final class AsyncApiDocument {
    private static final Map<String, EventCodec<?>> FAMILIES = Map.of(
            Topics.AGENTS, AgentEvent.CODEC,
            Topics.DUE_RUNS, DueRunEvent.CODEC,
            Topics.RUN_COMMANDS, RunCommand.CODEC,
            Topics.RUN_EVENTS, RunEvent.CODEC,
            Topics.BACKGROUND_EVENTS, BackgroundEvent.CODEC);
    private static final Map<String, String> KEYS = Map.of(
            Topics.AGENTS, "The agent's id; compacted.",
            Topics.DUE_RUNS, "The agent's id.",
            Topics.RUN_COMMANDS, "The run's id.",
            Topics.RUN_EVENTS, "The session's id.",
            Topics.SESSION_EVENTS, "The session's id.",
            Topics.BACKGROUND_EVENTS, "The agent's id. Public: the four types are for outside monitoring.");

    private final ObjectNode schemas = object();

    private AsyncApiDocument() {}

    /** {@code sockets}: channels and messages of the WebSockets, which no record describes. */
    static JsonNode of(List<String> topics, JsonNode sockets) {
        return new AsyncApiDocument().document(topics, sockets);
    }

    private JsonNode document(List<String> topics, JsonNode sockets) {
        ObjectNode channels = object();
        ObjectNode messages = object();
        for (String topic : topics) {
            ObjectNode channel = channels.putObject(topic);
            channel.put("address", topic);
            channel.put("description", KEYS.get(topic));
            ObjectNode refs = channel.putObject("messages");
            types(topic).forEach((name, record) -> {
                refs.putObject(name).put("$ref", "#/components/messages/" + name);
                messages.set(name, message(name, record));
            });
        }
        channels.setAll((ObjectNode) sockets.path("channels"));
        messages.setAll((ObjectNode) sockets.path("components").path("messages"));
        ObjectNode root = object();
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Nightshift events")
                .put("version", "1")
                .put(
                        "description",
                        "CloudEvents 1.0 in binary mode (headers ce_id, ce_type, ce_source, ce_subject, ce_time, ce_specversion), "
                                + "JSON values under 512 KiB. Fields may be added. A reader skips a type that it does not know. "
                                + "A record that can never succeed goes to <topic>.dead-letter with its key, its bytes and its headers, and with "
                                + "dead-letter-service (the reader that put it aside: every reader decides for itself), dead-letter-reason, "
                                + "dead-letter-topic, dead-letter-partition and dead-letter-offset.");
        root.set("channels", channels);
        ObjectNode components = root.putObject("components");
        components.set("messages", messages);
        components.set("schemas", schemas);
        return root;
    }

    private static Map<String, Class<?>> types(String topic) {
        EventCodec<?> codec = FAMILIES.get(topic);
        return codec == null ? Map.of("session-event", SessionEvent.class) : new TreeMap<>(codec.types());
    }

    private JsonNode message(String name, Class<?> record) {
        ObjectNode message = object();
        message.put("name", name);
        message.put("contentType", "application/json");
        message.set("payload", schema(record));
        return message;
    }

    private JsonNode schema(Class<?> record) {
        ObjectNode schema = object();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.mapper().createArrayNode();
        for (RecordComponent part : record.getRecordComponents()) {
            properties.set(part.getName(), typeOf(part.getGenericType()));
            AnnotatedType type = part.getAnnotatedType();
            if (type.getAnnotation(Nullable.class) == null) {
                required.add(part.getName());
            }
        }
        schema.set("required", required);
        return schema;
    }

    private JsonNode typeOf(Type type) {
        ObjectNode schema = object();
        if (type instanceof ParameterizedType list) {
            schema.put("type", "array");
            schema.set("items", typeOf(list.getActualTypeArguments()[0]));
            return schema;
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return schema.put("type", "string");
        }
        if (raw == boolean.class) {
            return schema.put("type", "boolean");
        }
        if (raw == int.class || raw == long.class || raw == Integer.class || raw == Long.class) {
            return schema.put("type", "integer");
        }
        if (raw == Double.class || raw == BigDecimal.class) {
            return schema.put("type", "number");
        }
        if (raw == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (raw == UUID.class || isId(raw)) {
            return schema.put("type", "string").put("format", "uuid");
        }
        if (raw.isEnum()) {
            return choices(schema, raw);
        }
        if (raw == JsonNode.class) {
            return schema.put("type", "object");
        }
        if (!schemas.has(raw.getSimpleName())) {
            schemas.putObject(raw.getSimpleName());
            schemas.set(raw.getSimpleName(), schema(raw));
        }
        return schema.put("$ref", "#/components/schemas/" + raw.getSimpleName());
    }

    private static boolean isId(Class<?> raw) {
        return raw.isRecord()
                && raw.getRecordComponents().length == 1
                && raw.getRecordComponents()[0].getType() == UUID.class;
    }

    private static JsonNode choices(ObjectNode schema, Class<?> raw) {
        ArrayNode values = schema.put("type", "string").putArray("enum");
        for (Object constant : raw.getEnumConstants()) {
            values.add(wire(constant));
        }
        return schema;
    }

    private static String wire(Object constant) {
        for (Method method : constant.getClass().getMethods()) {
            if (method.isAnnotationPresent(JsonValue.class)) {
                try {
                    return String.valueOf(method.invoke(constant));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalStateException("no wire form: " + constant);
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
