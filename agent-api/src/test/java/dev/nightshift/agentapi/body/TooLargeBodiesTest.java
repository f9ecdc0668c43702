package dev.nightshift.agentapi.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that do not say how long they are are refused as others are. */
@QuarkusTest
class TooLargeBodiesTest extends AgentApiTest {
    private static final int LARGEST = 4 * 1024 * 1024;

    @TestHTTPResource
    URI address;

    private static byte[] json(int length) {
        byte[] json = new byte[length];
        Arrays.fill(json, (byte) 'x');
        System.arraycopy("{\"name\":\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, json, 0, 9);
        json[length - 2] = '"';
        json[length - 1] = '}';
        return json;
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        String cookie = signIn("admin", PASSWORD).then().extract().cookie(COOKIE);
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .header("Cookie", COOKIE + "=" + cookie)
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static BodyPublisher chunked(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json(length)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sessions/1/messages",
                "/api/agents",
                "/api/agents/00000000-0000-0000-0000-000000000000/runs",
                "/background-agents/start",
                "/background-agents/00000000-0000-0000-0000-000000000000/stop",
                "/auth/login"
            })
    void aBodyInPiecesThatIsTooLargeIsRefused(String path) throws Exception {
        HttpResponse<String> answer = post(path, chunked(LARGEST + 100_000));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonPath.from(answer.body()).getInt("status")).isEqualTo(413);
    }

    @Test
    void aLargeBodyInPiecesPasses() throws Exception {
        HttpResponse<String> answer = post("/api/sessions/1/messages", chunked(LARGEST));

        assertThat(answer.statusCode()).isEqualTo(203);
        assertThat(JsonPath.from(answer.body()).getInt("length")).isEqualTo(LARGEST);
    }

    @Test
    void aBodyInPiecesIsReadAsOthersAre() throws Exception {
        BodyPublisher body = BodyPublishers.ofInputStream(() ->
                new ByteArrayInputStream("{\"name\":\"Pieces\",\"instructions\":\"Say hello.\",\"schedule\":\"manual\"}"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));

        HttpResponse<String> answer = post("/api/agents", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(JsonPath.from(answer.body()).getString("name")).isEqualTo("Pieces");
    }
}
