package dev.nightshift.agentapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadWebhookTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1/", "http://2130706433/", "http://[::ffff:10.0.0.1]/", "http://localhost/"})
    void aPlainlyPrivateAddressIsRefusedWhereItIsNotAllowed(String url) {
        Problem problem = catchThrowableOfType(Problem.class, () -> new ReadWebhook(false).create(body(url)));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors().stream().map(FieldError::field)).containsExactly("url");
        assertThat(new ReadWebhook(true).create(body(url)).url()).isEqualTo(url);
    }

    private static JsonNode body(String url) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("name", "Hook").put("url", url);
        body.putArray("events").add("background_task_error");
        return body;
    }
}
