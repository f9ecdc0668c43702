package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.testing.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is behind the door stays there, however its address is spelled and whatever token is shown. */
class PastTheDoorTest {
    private static final List<String> MEMBERS_ONLY = List.of(
            "/api/me", "/api/agents", "/api/members", "/api/audit", "/api/sessions", "/api/sources", "/api/tokens");

    private final LocalStack stack = SharedStack.stack();

    private static Door admin = Door.nobody("");

    @BeforeAll
    static void signIn() throws Exception {
        admin = SharedStack.door();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/runs/x/steps",
                "//internal/runs/x/steps",
                "/INTERNAL/runs/x/steps",
                "/api/../internal/runs/x/steps",
                "/api/..;/internal/runs/x/steps",
                "/api/%2e%2e/internal/runs/x/steps",
                "/api/%252e%252e/internal/runs/x/steps",
                "/api/sessions/../../internal/sessions/x",
                "/api/sessions/%2e%2e/%2e%2e/internal/sessions/x",
                "/api/sessions/..%2f..%2finternal%2fsessions%2fx",
                "/api/sessions/..%5c..%5cinternal%5csessions%5cx",
                "/api/sessions/x/../../../internal/sessions/x",
                "/api/sources/../../q/metrics",
                "/api/sources/%2e%2e/%2e%2e/q/metrics",
                "/api/sources/..%2f..%2fq%2fmetrics",
                "/api/documents/..;/..;/q/metrics",
                "/api/search/../../q/health",
                "/api/share-links/../../../q/openapi",
                "/ws/sessions/../../q/metrics",
                "/q/metrics",
                "//q/metrics",
                "/./q/metrics",
                "/%71/metrics",
                "/q/health",
                "/q/openapi",
                "/q/dev",
                "http://127.0.0.1/q/metrics",
                "/application.properties",
                "/..%2f..%2fetc/passwd",
                "/assets/../../../etc/passwd"
            })
    void noSpellingLeadsBehindIt(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1", "Host: nightshift.example.org", "Cookie: " + admin.cookie());

        assertThat(answer).containsPattern("^HTTP/1.1 (400|403|404|405) ");
        assertThat(answer).doesNotContain("# HELP", "\"status\": \"UP\"", "openapi:", "root:", "quarkus.");
    }

    /** Two requests in one, seen differently by the door and by what is behind it. */
    @Test
    void nothingIsSmuggledThrough() throws IOException {
        String[] headers = {"POST /api/search HTTP/1.1", "Host: localhost", "Cookie: " + admin.cookie()};
        String rest = "0\r\n\r\nGET /internal/sessions/x HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (List<String> lengths : List.of(
                List.of("Content-Length: 4", "Transfer-Encoding: chunked"),
                List.of("Content-Length: 4", "Content-Length: 60"),
                List.of("Transfer-Encoding: xchunked"))) {
            List<String> lines = new ArrayList<>(List.of(headers));
            lines.addAll(lengths);
            lines.add("");
            lines.add(rest);

            assertThat(raw(lines.toArray(String[]::new)))
                    .containsOnlyOnce("HTTP/1.1 ")
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void tokensThatSomebodyElseSignedAreNobodys() throws Exception {
        String header = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        String claims = encoded(
                "{\"iss\":\"nightshift\",\"aud\":\"nightshift\",\"sub\":\"" + UUID.randomUUID()
                        + "\",\"kind\":\"member\",\"name\":\"x\",\"groups\":[\"member\",\"admin\",\"service\"],\"exp\":4102444800}");
        List<String> forged = List.of(
                Tokens.admin(new MemberId(UUID.randomUUID()), "Ada").substring("Bearer ".length()),
                Tokens.service("runner-service").substring("Bearer ".length()),
                header + "." + claims + ".",
                header + "." + claims + "." + encoded("signature"),
                "nsp_" + "A".repeat(43));
        for (String token : forged) {
            Door door = Door.bearer(stack.url(), token);
            for (String path : MEMBERS_ONLY) {
                assertThat(door.send("GET", path, null).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(door.greeting("/background-agent-ws")).isEqualTo(401);
            assertThat(door.greeting("/ws/sessions/" + UUID.randomUUID())).isEqualTo(401);
            for (JsonNode service : stack.status().path("services")) {
                String direct = "http://127.0.0.1:" + service.path("port").asInt();
                assertThat(Door.bearer(direct, token)
                                .send("GET", "/internal/sessions/" + UUID.randomUUID(), null)
                                .statusCode())
                        .as(service.path("name").asText())
                        .isIn(401, 404, 405);
            }
        }
    }

    /** A real token of a service, which its secret gives, is a key to the rooms behind and not to those in front. */
    @Test
    void theTokenOfAServiceIsNoMembers() throws Exception {
        Door service = Door.bearer(stack.url(), serviceToken());

        for (String path : MEMBERS_ONLY) {
            assertThat(service.send("GET", path, null).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(service.send(
                                "POST",
                                "/api/tokens",
                                Door.JSON.createObjectNode().put("name", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.greeting("/background-agent-ws")).isEqualTo(403);
        assertThat(service.greeting("/ws/sessions/" + UUID.randomUUID())).isEqualTo(403);
    }

    /** What is sent to a service directly is judged as strictly as at the door. */
    @Test
    void theOtherServicesKnowNeitherCookiesNorAccessTokens() throws Exception {
        String token = admin.post("/api/tokens", Door.JSON.createObjectNode().put("name", "direct"), 201)
                .path("token")
                .asText();
        for (JsonNode service : stack.status().path("services")) {
            if (service.path("name").asText().equals("agent-api")) {
                continue;
            }
            String direct = "http://127.0.0.1:" + service.path("port").asInt();
            for (String path : List.of("/api/sessions", "/api/sources", "/internal/runs/x/steps")) {
                HttpRequest.Builder cookie = HttpRequest.newBuilder(URI.create(direct + path));
                assertThat(status(admin.sign(cookie))).as(direct + path).isIn(401, 404);
                assertThat(Door.bearer(direct, token).send("GET", path, null).statusCode())
                        .as(direct + path)
                        .isIn(401, 404);
            }
        }
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return admin.http()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private String serviceToken() throws Exception {
        String secret = Files.readString(stack.data().resolve("service-secret")).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.url() + "/internal/oauth/token"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("runner-service:" + secret).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> answer = admin.http().send(request, HttpResponse.BodyHandlers.ofString());
        return Door.JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All that is answered to these lines, as they go over the wire. */
    private String raw(String... lines) throws IOException {
        int port = URI.create(stack.url()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            List<String> request = new ArrayList<>(List.of(lines));
            request.add(1, "Connection: close");
            String text = String.join("\r\n", request) + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
