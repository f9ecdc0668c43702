package dev.nightshift.service.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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
    private static final int MOST_ELEMENTS = 1000;

    private final JsonNode object;
    private final String prefix;
    private final List<FieldError> errors;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> refused = new HashSet<>();

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
        return text(field, "must be text");
    }

    /** {@code wrongType}: what is said about anything that is no text. */
    private @Nullable String text(String field, String wrongType) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        String text = value.asText();
        if (!value.isTextual()) {
            fail(field, wrongType);
        } else if (text.indexOf('\0') >= 0) {
            fail(field, "must not contain the NUL character");
        } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            fail(field, "must not contain half a character (an unpaired surrogate)");
        } else {
            return text;
        }
        return null;
    }

    /** Text of at most {@code max} characters (code points). */
    public @Nullable String text(String field, int max) {
        return atMost(field, text(field), max);
    }

    private @Nullable String atMost(String field, @Nullable String text, int max) {
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
        String text = atMost(field, text(field, "must be text, for example " + example), max);
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

    /** As {@link #textOfBytes}, for a text that must be there and say something. */
    public @Nullable String requiredTextOfBytes(String field, int max, String example) {
        int before = errors.size();
        String text = textOfBytes(field, max);
        if (errors.size() == before && (text == null || text.isBlank())) {
            fail(field, "is required, for example " + example);
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

    /** A time of the years 1 to 9999: what lies beyond is a slip, and no database and no log holds it. */
    public @Nullable Instant instant(String field) {
        return parsed(field, TextForms::instant, TextForms.NO_TIME);
    }

    public @Nullable UUID uuid(String field) {
        return parsed(field, TextForms::id, TextForms.NO_ID);
    }

    /** One of a fixed set; {@code parse} throws {@link IllegalArgumentException} for anything else. */
    public <T> @Nullable T choice(String field, Function<String, T> parse, String allowed) {
        return parsed(field, parse, "must be one of " + allowed);
    }

    private <T> @Nullable T parsed(String field, Function<String, T> parse, String message) {
        String text = text(field, message);
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException e) {
            fail(field, message);
            return null;
        }
    }

    public @Nullable List<String> texts(String field) {
        return list(field, Function.identity());
    }

    public @Nullable List<UUID> uuids(String field) {
        return list(field, TextForms::id);
    }

    /**
     * A list without repetition; faults name the element, as in {@code allowedActions[2]}. {@code parse} throws {@link
     * IllegalArgumentException} with what is wrong with the element.
     */
    public <T> @Nullable List<T> list(String field, Function<String, T> parse) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            fail(field, "must be a list, for example [\"one\", \"two\"]");
            return null;
        }
        if (value.size() > MOST_ELEMENTS) {
            fail(field, "has " + value.size() + " elements; at most " + MOST_ELEMENTS + " are allowed");
            return null;
        }
        Set<T> elements = new LinkedHashSet<>();
        for (int i = 0; i < value.size(); i++) {
            try {
                elements.add(parse.apply(TextForms.element(value.get(i))));
            } catch (IllegalArgumentException e) {
                fail(field + "[" + i + "]", String.valueOf(e.getMessage()));
            }
        }
        return List.copyOf(elements);
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
            refused.add(field);
            if (object.hasNonNull(field)) {
                fail(field, "is not supported yet");
            }
        }
    }

    /** Faults fields that exist and cannot be written here. */
    public void readOnly(String... fields) {
        for (String field : fields) {
            if (object.has(field)) {
                refused.add(field);
                fail(field, "cannot be changed here");
            }
        }
    }

    /** Faults every field that was sent and never asked for. */
    public void rejectOthers() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && !refused.contains(name)) {
                fail(
                        name,
                        "is not a field of this request; "
                                + (known.isEmpty() ? "it takes none" : "known are " + String.join(", ", known)));
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
