package dev.nightshift.service.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object field by field and collects every fault, so that a caller learns of all of them at once. A
 * getter gives {@code null} for a field that is absent, null or faulty; {@link #throwIfInvalid} comes last.
 */
public final class Fields {
    private final JsonNode object;
    private final String prefix;
    private final List<FieldError> errors;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(JsonNode object, String prefix, List<FieldError> errors) {
        this.object = object;
        this.prefix = prefix;
        this.errors = errors;
    }

    /** The body of a request; anything but an object is a problem by itself. */
    public static Fields of(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Problem.malformed("The body must be a JSON object.");
        }
        return new Fields(body, "", new ArrayList<>());
    }

    /** Whether the field was sent, null included (a merge patch sends null to remove). */
    public boolean has(String field) {
        known.add(field);
        return object.has(field);
    }

    public boolean isNull(String field) {
        known.add(field);
        return object.has(field) && object.get(field).isNull();
    }

    /** Records a fault. */
    public void fail(String field, String message) {
        errors.add(new FieldError(prefix + field, message));
    }

    public @Nullable String text(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            fail(field, "must be text");
            return null;
        }
        if (value.asText().indexOf('\0') >= 0) {
            fail(field, "must not contain the NUL character");
            return null;
        }
        return value.asText();
    }

    /** Text of at most {@code max} characters (code points). */
    public @Nullable String text(String field, int max) {
        String text = text(field);
        if (text != null && text.codePointCount(0, text.length()) > max) {
            fail(
                    field,
                    "has " + text.codePointCount(0, text.length()) + " characters; at most " + max + " are allowed");
            return null;
        }
        return text;
    }

    /** As {@link #text(String, int)}, and neither absent nor blank; {@code example} shows what is expected. */
    public @Nullable String requiredText(String field, int max, String example) {
        int before = errors.size();
        String text = text(field, max);
        if (errors.size() == before && (text == null || text.isBlank())) {
            fail(field, "is required, for example " + example);
            return null;
        }
        return text;
    }

    /** Faults a text of more than {@code max} bytes in UTF-8. */
    public @Nullable String textOfBytes(String field, int max) {
        String text = text(field);
        if (text != null && text.getBytes(StandardCharsets.UTF_8).length > max) {
            fail(field, "is larger than " + max / 1024 + " KiB");
            return null;
        }
        return text;
    }

    public @Nullable Boolean bool(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isBoolean()) {
            fail(field, "must be true or false");
            return null;
        }
        return value == null ? null : value.asBoolean();
    }

    /** A whole number, not a text and not 1.5. */
    public @Nullable Long number(String field, long min, long max) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < min || value.asLong() > max) {
            fail(field, "must be a whole number from " + min + " to " + max);
            return null;
        }
        return value.asLong();
    }

    public @Nullable Integer integer(String field, int min, int max) {
        Long number = number(field, min, max);
        return number == null ? null : number.intValue();
    }

    public @Nullable Double decimal(String field, double min, double max) {
        JsonNode value = value(field);
        if (value != null && (!value.isNumber() || value.asDouble() < min || value.asDouble() > max)) {
            fail(field, "must be a number from " + min + " to " + max);
            return null;
        }
        return value == null ? null : value.asDouble();
    }

    public @Nullable Instant instant(String field) {
        String text = text(field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            fail(field, "must be a time in ISO-8601 UTC, for example 2027-01-01T09:00:00Z");
            return null;
        }
    }

    public @Nullable UUID uuid(String field) {
        String text = text(field);
        try {
            return text == null ? null : Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            fail(field, "must be an id (UUID)");
            return null;
        }
    }

    /** One of a fixed set; {@code parse} throws {@link IllegalArgumentException} for anything else. */
    public <T> @Nullable T choice(String field, Function<String, T> parse, String allowed) {
        String text = text(field);
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException e) {
            fail(field, "must be one of " + allowed);
            return null;
        }
    }

    /** A list of texts without repetition; faults name the element, as in {@code allowedActions[2]}. */
    public @Nullable List<String> texts(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            fail(field, "must be a list");
            return null;
        }
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < value.size(); i++) {
            if (!value.get(i).isTextual()) {
                fail(field + "[" + i + "]", "must be text");
            } else {
                texts.add(value.get(i).asText());
            }
        }
        return List.copyOf(texts);
    }

    public @Nullable List<UUID> uuids(String field) {
        List<String> texts = texts(field);
        if (texts == null) {
            return null;
        }
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                ids.add(Uuids.parse(texts.get(i)));
            } catch (IllegalArgumentException e) {
                fail(field + "[" + i + "]", "must be an id (UUID)");
            }
        }
        return List.copyOf(ids);
    }

    /** A nested object, whose faults land here under {@code field.inner}; end it with its own {@link #rejectOthers}. */
    public @Nullable Fields object(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            fail(field, "must be an object");
            return null;
        }
        return new Fields(value, prefix + field + ".", errors);
    }

    /** Faults a field that the contract has and this version cannot honour yet, where it was sent. */
    public void notSupportedYet(String... fields) {
        for (String field : fields) {
            if (has(field) && !isNull(field)) {
                fail(field, "is not supported yet");
            }
        }
    }

    /** Faults fields that exist and cannot be written here. */
    public void readOnly(String... fields) {
        for (String field : fields) {
            if (has(field)) {
                fail(field, "cannot be changed here");
            }
        }
    }

    /** Faults every field that was sent and never asked for. */
    public void rejectOthers() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fail(name, "is not a field of this request; known are " + String.join(", ", known));
            }
        });
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    /** Ends the reading: a 400 with all faults, if there is any. */
    public void throwIfInvalid() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private @Nullable JsonNode value(String field) {
        known.add(field);
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
