package dev.nightshift.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one sealed family of events as JSON with an explicit {@code type}. A type that this version does
 * not know becomes the family's {@code Unknown…}, so that a newer writer never stops an older reader.
 */
public final class EventCodec<E> {
    private static final String TYPE = "type";

    private final Map<String, Class<? extends E>> byType = new TreeMap<>();
    private final BiFunction<String, JsonNode, E> unknown;
    private final boolean refusesNul;

    private EventCodec(Class<E> family, BiFunction<String, JsonNode, E> unknown, boolean refusesNul) {
        this.unknown = unknown;
        this.refusesNul = refusesNul;
        collect(family, family);
    }

    private void collect(Class<?> sealed, Class<E> family) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            EventType type = permitted.getAnnotation(EventType.class);
            if (type != null) {
                byType.put(type.value(), permitted.asSubclass(family));
            } else if (permitted.isSealed()) {
                collect(permitted, family);
            }
        }
    }

    static <E> EventCodec<E> of(Class<E> family, BiFunction<String, JsonNode, E> unknown) {
        return new EventCodec<>(family, unknown, false);
    }

    /** As {@link #of}; an event with a NUL character in a text, which PostgreSQL cannot keep, is malformed. */
    static <E> EventCodec<E> withoutNul(Class<E> family, BiFunction<String, JsonNode, E> unknown) {
        return new EventCodec<>(family, unknown, true);
    }

    /** Every type name of the family, with its record. */
    public Map<String, Class<? extends E>> types() {
        return Map.copyOf(byType);
    }

    public Set<String> names() {
        return Set.copyOf(byType.keySet());
    }

    /** The wire name of an event; unknown events have none and are not written. */
    public String typeOf(E event) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException("not written by this version: " + event.getClass());
        }
        return type.value();
    }

    public byte[] encode(E event) {
        ObjectNode value = Json.mapper().createObjectNode().put(TYPE, typeOf(event));
        value.setAll((ObjectNode) Json.mapper().valueToTree(event));
        try {
            return Json.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that is not JSON: " + event.getClass(), e);
        }
    }

    /** Reads a value that says its own {@code type}. */
    public E decode(byte[] bytes) throws MalformedEventException {
        return decode(bytes, null);
    }

    /**
     * Reads a value; {@code named} is what its envelope ({@code ce_type}) calls it, and counts where the value itself
     * says no {@code type}. Under a name that this version does not know, any value is an unknown event.
     */
    public E decode(byte[] bytes, @Nullable String named) throws MalformedEventException {
        boolean newer = named != null && !byType.containsKey(named);
        try {
            JsonNode tree = Json.mapper().readTree(bytes);
            JsonNode type = tree.get(TYPE);
            if (type != null && type.isTextual()) {
                return decode(type.asText(), tree);
            }
            if (named != null && type == null && tree instanceof ObjectNode value) {
                return decode(named, value.put(TYPE, named));
            }
            if (newer) {
                return unknown.apply(named, tree);
            }
            throw new MalformedEventException("the record has no \"type\"");
        } catch (IOException e) {
            if (newer) {
                return unknown.apply(named, NullNode.getInstance());
            }
            throw new MalformedEventException(firstLine(e), e);
        }
    }

    private E decode(String type, JsonNode tree) throws MalformedEventException {
        Class<? extends E> known = byType.get(type);
        if (known == null) {
            return unknown.apply(type, tree);
        }
        String nul = refusesNul ? NulCharacter.in(tree) : null;
        if (nul != null) {
            throw new MalformedEventException("\"" + nul + "\" contains the NUL character");
        }
        try {
            return complete(Json.mapper().treeToValue(tree, known));
        } catch (IOException e) {
            throw new MalformedEventException(firstLine(e), e);
        }
    }

    private static <T> T complete(T event) throws MalformedEventException {
        String missing = RequiredParts.missing(event);
        if (missing != null) {
            throw new MalformedEventException("\"" + missing + "\" is missing");
        }
        return event;
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
