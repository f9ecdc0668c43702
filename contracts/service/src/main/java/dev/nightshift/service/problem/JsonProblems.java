package dev.nightshift.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with a body that could not be read, and names the field where there is one. */
public final class JsonProblems {
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.+)'");

    private JsonProblems() {}

    /** A 400. */
    public static Problem of(JsonProcessingException e) {
        Matcher twice = TWICE.matcher(firstLine(e));
        if (twice.matches()) {
            return Problem.invalid(
                    twice.group(1), "is there twice; a field is sent once, for example {\"name\": \"a\"}");
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Problem.invalid(path(unknown), "is not a field of this request");
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problem.invalid(path(mapping), "has the wrong type or form: " + firstLine(e));
        }
        return Problem.malformed("The body is not the JSON this request takes: " + firstLine(e));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String firstLine(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
    }
}
