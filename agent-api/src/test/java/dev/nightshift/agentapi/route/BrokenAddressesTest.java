package dev.nightshift.agentapi.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BrokenAddressesTest extends AgentApiTest {
    @TestHTTPResource
    URI address;

    /** Clients refuse to send such an address, so this one is none. */
    private String get(String path) throws IOException {
        String cookie = signIn("admin", PASSWORD).then().extract().cookie(COOKIE);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + COOKIE + "="
                    + cookie + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/documents/%zz",
                "/api/agents/%zz",
                "/api/agents/%",
                "/api/runs?limit=%zz",
                "/background-agents/%zz",
                "/q/%zz",
                "/%zz",
                "/api/runs?agentId=[{"
            })
    void anAddressThatCannotBeDecodedIsSaidToBeMalformed(String path) throws IOException {
        String answer = get(path);

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("content-type: application/problem+json");
        assertThat(JsonPath.from(answer.substring(answer.indexOf("\r\n\r\n"))).getInt("status"))
                .isEqualTo(400);
    }

    @Test
    void aFilterOfTenThousandIdsIsSaidToBeTooLong() throws IOException {
        String answer = get("/api/runs?agentId=" + "01a1fb3f-7a83-7d5a-b13e-ed6d83a5e1c5,".repeat(10_000));

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("too long");
    }
}
