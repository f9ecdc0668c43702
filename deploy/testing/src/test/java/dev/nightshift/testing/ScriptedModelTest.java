package dev.nightshift.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {
    private static final String PLAIN = "{\"model\": \"m\", \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";
    private static final String STREAM = """
            {"model": "m", "stream": true, "stream_options": {"include_usage": true}, "messages": []}""";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answersWholeWithItsCost() throws Exception {
        try (ScriptedModel model =
                ScriptedModel.saying(ScriptedAnswer.text("hello").costing(3, 4))) {
            JsonNode answer = Json.mapper().readTree(ask(model, PLAIN).body());

            assertEquals(
                    "hello",
                    answer.path("choices")
                            .path(0)
                            .path("message")
                            .path("content")
                            .asText());
            assertEquals(7, answer.path("usage").path("total_tokens").asInt());
            assertEquals("hi", ScriptedModel.lastMessage(model.requests().getFirst()));
        }
    }

    @Test
    void streamsACallInPiecesThatAddUp() throws Exception {
        String arguments = "{\"script\": \"echo a long enough script\"}";
        try (ScriptedModel model = ScriptedModel.saying(ScriptedAnswer.call("run_bash", arguments))) {
            List<String> lines = ask(model, STREAM)
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("data: {"))
                    .map(line -> line.substring(6))
                    .toList();

            StringBuilder seen = new StringBuilder();
            for (String line : lines) {
                seen.append(Json.mapper()
                        .readTree(line)
                        .at("/choices/0/delta/tool_calls/0/function/arguments")
                        .asText(""));
            }
            assertEquals(arguments, seen.toString());
            assertEquals(
                    13,
                    Json.mapper()
                            .readTree(lines.getLast())
                            .at("/usage/prompt_tokens")
                            .asInt());
        }
    }

    @Test
    void failsAndBreaksWhenTold() throws Exception {
        try (ScriptedModel model = ScriptedModel.saying(
                new ScriptedAnswer.Fails(429, "slow down"), new ScriptedAnswer.Breaks("half an ans"))) {
            assertEquals(429, ask(model, PLAIN).statusCode());
            assertThrows(IOException.class, () -> ask(model, STREAM));
        }
    }

    private HttpResponse<String> ask(ScriptedModel model, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(model.baseUrl() + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
