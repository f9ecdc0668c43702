package dev.nightshift.runner.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.runner.tool.ToolSpec.Parameter;
import dev.nightshift.runner.tool.ToolSpec.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentFaultTest {
    private static final ToolSpec SPEC = new ToolSpec(
            "find",
            "Finds.",
            List.of(
                    Parameter.required("query", Type.TEXT, "What."),
                    Parameter.optional("limit", Type.INTEGER, "How many."),
                    Parameter.optional("sourceIds", Type.TEXTS, "Where.")));

    @Test
    void goodArgumentsHaveNone() throws JsonProcessingException {
        assertEquals(Optional.empty(), in("{\"query\": \"a\"}"));
        assertEquals(Optional.empty(), in("{\"query\": \"a\", \"limit\": 3, \"sourceIds\": [\"x\"]}"));
        assertEquals(Optional.empty(), in("{\"query\": \"a\", \"limit\": null}"));
    }

    @Test
    void everyFaultIsSaidAtOnceWithAnExample() throws JsonProcessingException {
        assertEquals(
                Optional.of("query is missing; limit must be a whole number; sourceIds must be a list of texts;"
                        + " colour is not an argument of find. Send {\"query\": \"…\"}."),
                in("{\"limit\": \"3\", \"sourceIds\": [1], \"colour\": \"red\"}"));
    }

    @Test
    void anEmptyTextIsMissed() throws JsonProcessingException {
        assertEquals(Optional.of("query is empty. Send {\"query\": \"…\"}."), in("{\"query\": \" \"}"));
    }

    @Test
    void whatIsNoObjectIsSaid() {
        assertEquals(
                Optional.of("The arguments of find must be one JSON object, but these are not JSON."
                        + " Send {\"query\": \"…\"}."),
                ArgumentFault.in(SPEC, TextNode.valueOf("{\"query\": ")));
    }

    private static Optional<String> in(String json) throws JsonProcessingException {
        return ArgumentFault.in(SPEC, Json.mapper().readTree(json));
    }
}
