package dev.nightshift.agentapi.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.service.problem.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode read(String yaml) {
        return AgentDocument.read("application/yaml; charset=utf-8", yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyWhatIsNoTextInJsonIsNoText() throws Exception {
        assertThat(read("""
                name: no
                schedule: 12:30
                startAt: 2027-01-01T09:00:00Z
                jitterMs: 5000
                limits: {maxToolCalls: 3, costLimitUsd: 0.5}
                model: null
                description: |
                  Two
                  lines
                allowedActions: [run_bash, 'true']
                """)).hasToString(JSON.readTree("""
                {"name": "no", "schedule": "12:30", "startAt": "2027-01-01T09:00:00Z", "jitterMs": 5000,
                 "limits": {"maxToolCalls": 3, "costLimitUsd": 0.5}, "model": null, "description": "Two\\nlines\\n",
                 "allowedActions": ["run_bash", "true"]}""").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: &a x\nother: *a",
                "name: !!javax.script.ScriptEngineManager []",
                "name: !!str x",
                "name: a\nname: b",
                "? [a]\n: b",
                "[a, b]",
                "just text",
                "",
                "# nothing",
                "a: 1\n---\nb: 2",
                "a: [",
                "name: \"\\xg\""
            })
    void everythingElseIsRefused(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThatThrownBy(() -> read("a: " + "[".repeat(10_000))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> read("a: " + "x".repeat(300_000)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "yes",
                "12:30",
                "0 9 * * 1-5",
                "every 6 hours",
                "3600",
                "1e5",
                "08",
                "~",
                "null",
                "true",
                "",
                " leading",
                "trailing \n\nlines \n",
                "\ttab\n  indented\n",
                "# no comment",
                "a: b",
                "- list",
                "2027-01-01T09:00:00Z",
                "\u00e4\u20ac\ud83d\ude00\n```bash\necho \"x\"\n```\n",
                "\r\nwindows\r\n",
                "0x1F",
                "0o17",
                "1_000",
                ".5",
                "=",
                "<<"
            })
    void whatIsWrittenIsReadTheSame(String text) {
        ObjectNode fields = JSON.createObjectNode().put("name", text).put("jitterMs", 5L);
        fields.putArray("allowedActions").add(text);

        assertThat(read(AgentDocument.write(fields))).hasToString(fields.toString());
    }
}
