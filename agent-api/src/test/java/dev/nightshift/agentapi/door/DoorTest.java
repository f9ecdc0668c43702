package dev.nightshift.agentapi.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.testing.StubServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DoorTest extends AgentApiTest {
    @TestHTTPResource
    URI address;

    private static String claims(String bearer) {
        assertThat(bearer).startsWith("Bearer ");
        return new String(Base64.getUrlDecoder().decode(bearer.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    @Test
    void aRequestGoesOnAsThePlatformTokenOfItsMember() {
        JsonPath reached = admin().header("X-Own", "kept")
                .get("/api/sessions/abc/events?after=3&limit=5")
                .then()
                .statusCode(203)
                .header("X-From-Collab", equalTo("yes"))
                .extract()
                .jsonPath();

        assertThat(reached.getString("uri")).isEqualTo("/api/sessions/abc/events?after=3&limit=5");
        assertThat(reached.getMap("headers")).doesNotContainKey("cookie").containsEntry("x-own", "kept");
        JsonPath token = JsonPath.from(claims(reached.getString("headers.authorization")));
        assertThat(token.getString("sub")).isEqualTo(adminId().toString());
        assertThat(token.getString("kind")).isEqualTo("member");
        assertThat(token.getList("groups", String.class)).containsExactlyInAnyOrder("member", "admin");
        assertThat(token.getLong("exp") - token.getLong("iat")).isEqualTo(60);
    }

    @Test
    void largeBodiesPass() {
        String text = "x".repeat(1_500_000);

        admin().contentType(ContentType.JSON)
                .body("{\"text\": \"" + text + "\"}")
                .post("/api/sessions/abc/messages")
                .then()
                .statusCode(203)
                .body("method", equalTo("POST"))
                .body("length", equalTo(text.length() + 12));
    }

    @Test
    void eachPathGoesToItsService() {
        StubServer.on(
                "(GET|POST) /api/(search|sources|sources/1|documents/1)", StubServer.json(200, "{\"by\": \"search\"}"));

        for (String path : new String[] {"/api/sources", "/api/sources/1", "/api/documents/1?from=2"}) {
            admin().get(path).then().statusCode(200).body("by", equalTo("search"));
        }
        admin("{\"query\": \"x\"}").post("/api/search").then().statusCode(200).body("by", equalTo("search"));
        admin().get("/api/share-links/x").then().statusCode(203);
    }

    @Test
    void nobodyPassesWithoutSigningIn() {
        given().get("/api/sessions").then().statusCode(401).contentType("application/problem+json");
        given().header("Authorization", "Bearer x.y.z")
                .get("/api/sessions")
                .then()
                .statusCode(401);
        given().header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .get("/ws/sessions/1")
                .then()
                .statusCode(401);
    }

    @Test
    void aServiceThatIsAwayIsUnavailableForNow() {
        admin().get("/api/sessions/hang-up")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json")
                .body("status", equalTo(503));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sessions/../../internal/sessions/1",
                "/api/sessions/%2e%2e/%2e%2e/q/health",
                "/api/sessions/..%2f..%2finternal/x",
                "/ws/other"
            })
    void noSpellingOfAPathReachesWhatIsNotPublic(String path) {
        String seen =
                admin().urlEncodingEnabled(false).get(path).then().extract().asString();

        assertThat(seen).doesNotContain("\"uri\":\"/internal").doesNotContain("\"uri\":\"/q");
    }

    @Test
    void webSocketsPassBothWaysWithTheTokenAndWithoutTheCookie() throws InterruptedException {
        Frames frames = new Frames();
        WebSocket socket = open("/ws/sessions/abc?after=7", frames);

        JsonPath reached = JsonPath.from(frames.next());
        socket.sendText("hello", true).join();

        assertThat(frames.next()).isEqualTo("you said hello");
        assertThat(reached.getString("uri")).isEqualTo("/ws/sessions/abc?after=7");
        assertThat(reached.getMap("headers")).doesNotContainKey("cookie");
        assertThat(claims(reached.getString("headers.authorization")))
                .contains(adminId().toString());
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
    }

    @Test
    void aRefusedUpgradeSaysWhy() {
        Assertions.assertThatThrownBy(() -> open("/ws/sessions/hidden", new Frames()))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(404));
    }

    @Test
    void operationsAreForThisMachineOnlyAndAskedDirectly() {
        given().get("/q/health/live").then().statusCode(200);
        given().header("X-Forwarded-For", "127.0.0.1")
                .get("/q/health/live")
                .then()
                .statusCode(404);
        given().header("Forwarded", "for=127.0.0.1").get("/q/metrics").then().statusCode(404);
        given().header("Host", "nightshift.example.org")
                .get("/q/openapi")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private WebSocket open(String path, Frames frames) {
        String cookie = signIn("admin", PASSWORD).then().extract().cookie(COOKIE);
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", COOKIE + "=" + cookie)
                .buildAsync(URI.create("ws://127.0.0.1:" + address.getPort() + path), frames)
                .join();
    }

    /** Text frames as they come. */
    private static final class Frames implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            texts.add(data.toString());
            socket.request(1);
            return null;
        }

        String next() throws InterruptedException {
            String text = texts.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(text).isNotNull();
            return text;
        }
    }
}
