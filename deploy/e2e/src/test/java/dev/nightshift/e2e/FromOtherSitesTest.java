package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of another site makes the browser of somebody who is signed in send. */
class FromOtherSitesTest {
    private static final String EVIL = "https://evil.example";
    private static final String REFUSAL = "comes from another site";

    private final String url = SharedStack.stack().url();
    private static Door victim = Door.nobody("");

    @BeforeAll
    static void signIn() throws Exception {
        victim = SharedStack.door();
    }

    static Stream<Map<String, String>> foreign() {
        return Stream.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of(
                        "Sec-Fetch-Site",
                        "cross-site",
                        "Origin",
                        SharedStack.stack().url()),
                Map.of("Sec-Fetch-Site", "anything else"),
                Map.of("Origin", EVIL),
                Map.of("Origin", SharedStack.stack().url() + ".evil.example"),
                Map.of("Origin", "null"));
    }

    static Stream<Map<String, String>> own() {
        return Stream.of(
                Map.of(),
                Map.of("Sec-Fetch-Site", "same-origin"),
                Map.of("Sec-Fetch-Site", "none"),
                Map.of("Origin", SharedStack.stack().url()));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void noUnsafeMethodOfAnyServiceIsForOtherSites(Map<String, String> headers) throws Exception {
        List<String> passed = new ArrayList<>();
        for (String endpoint : unsafe()) {
            String[] parts = endpoint.split(" ", 2);
            HttpResponse<String> answer = send(parts[0], parts[1], headers);
            if (answer.statusCode() != 403 || !answer.body().contains(REFUSAL)) {
                passed.add(endpoint + ": " + answer.statusCode() + " " + answer.body());
            }
        }

        assertThat(passed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("own")
    void oursAreServed(Map<String, String> headers) throws Exception {
        HttpResponse<String> forwarded = send("POST", "/api/search", headers);
        HttpResponse<String> own = send("POST", "/api/schedules/preview", headers);

        assertThat(List.of(forwarded.statusCode(), own.statusCode())).containsOnly(400);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void noSocketIsForOtherSites(Map<String, String> headers) throws Exception {
        assertThat(upgrade("/background-agent-ws", headers)).isEqualTo(403);
        assertThat(upgrade("/ws/sessions/" + chat(), headers)).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("own")
    void ourSocketsOpen(Map<String, String> headers) throws Exception {
        assertThat(upgrade("/background-agent-ws", headers)).isEqualTo(101);
        assertThat(upgrade("/ws/sessions/" + chat(), headers)).isEqualTo(101);
    }

    /** Links in a letter or another site: an invite, a shared session, an agent; and the way back from a provider. */
    @ParameterizedTest
    @ValueSource(strings = {"/invite/some-code", "/share/some-code", "/agents", "/sign-in"})
    void aLinkThatIsClickedElsewhereLeadsHere(String page) throws Exception {
        HttpResponse<String> answer = send("GET", page, navigation());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<!doctype html>");
    }

    @Test
    void theWayBackFromAProviderIsNotRefused() throws Exception {
        HttpResponse<String> answer = send("GET", "/auth/oidc/callback?code=x&state=y", navigation());

        assertThat(answer.body()).doesNotContain(REFUSAL);
    }

    /** Nothing that only reads does what an unsafe method does, and no other site may read its answer. */
    @Test
    void readingChangesNothingAndIsShownToNobodyElse() throws Exception {
        for (String override : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            HttpResponse<String> answer =
                    send("GET", "/api/tokens", Map.of(override, "POST", "Sec-Fetch-Site", "cross-site"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"items\"");
        }
        HttpResponse<String> answer = send("GET", "/api/me", Map.of("Origin", EVIL, "Sec-Fetch-Site", "cross-site"));
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
    }

    private static Map<String, String> navigation() {
        return Map.of(
                "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Origin", EVIL, "Accept", "text/html");
    }

    private static List<String> unsafe() throws IOException {
        return ApiOperations.all().stream()
                .filter(endpoint -> !endpoint.startsWith("GET ") && !endpoint.startsWith("WS "))
                .map(endpoint ->
                        endpoint.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                .toList();
    }

    private String chat() throws Exception {
        String id = victim.createAgent(Door.runbook("Asked from elsewhere " + UUID.randomUUID(), "manual", "Nothing."));
        return victim.post("/api/agents/" + id + "/sessions", Door.JSON.createObjectNode(), 201)
                .path("sessionId")
                .asText();
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        headers.forEach(request::header);
        return victim.http().send(victim.sign(request).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int upgrade(String path, Map<String, String> headers) {
        WebSocket.Builder builder = victim.http().newWebSocketBuilder().header("Cookie", victim.cookie());
        headers.forEach(builder::header);
        try {
            builder.buildAsync(victim.socket(path), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }
}
