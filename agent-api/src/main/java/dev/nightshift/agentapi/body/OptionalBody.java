package dev.nightshift.agentapi.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.problem.JsonProblems;
import dev.nightshift.service.problem.Problem;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a call that needs none. Clients that send none differ in the content type they name, so it is not looked
 * at; what is there must be a JSON object.
 */
public record OptionalBody(@Nullable JsonNode json) {

    /** Reads the bytes of a request; a 400 for anything but nothing and one JSON object. */
    public static OptionalBody of(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return new OptionalBody(null);
        }
        try {
            JsonNode json = Json.mapper().readTree(bytes);
            if (json.isObject()) {
                return new OptionalBody(json);
            }
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        } catch (IOException e) {
            // Said below.
        }
        throw Problem.malformed("The body must be a JSON object, or nothing.");
    }

    /** The fields, where there are any to read. */
    public Optional<Fields> fields() {
        return Optional.ofNullable(json).map(Fields::of);
    }

    /** A body that has at most one field, a text of at most {@code max} characters; absent where it was not sent. */
    public @Nullable String onlyText(String field, int max) {
        Fields fields = fields().orElse(null);
        if (fields == null) {
            return null;
        }
        String text = fields.text(field, max);
        fields.rejectOthers();
        fields.throwIfInvalid();
        return text;
    }

    /** 400 for any field at all. */
    public void rejectAll() {
        fields().ifPresent(fields -> {
            fields.rejectOthers();
            fields.throwIfInvalid();
        });
    }
}
