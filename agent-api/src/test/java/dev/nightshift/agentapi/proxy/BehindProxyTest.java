package dev.nightshift.agentapi.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.RawRequest;
import dev.nightshift.testing.NightshiftTestStack;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through a real proxy process, and around it. */
@QuarkusTest
@TestProfile(BehindProxyTest.Header.class)
class BehindProxyTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    /** An installation behind the proxy of an organisation. */
    public static final class Header implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(
                    NightshiftTestStack.class,
                    Map.of(
                            "nightshift.auth-mode", "header",
                            "nightshift.header-name", ReverseProxy.USER,
                            "nightshift.header-proxies", ReverseProxy.ADDRESS + ",10.9.0.0/16",
                            "nightshift.header-admins", "grace",
                            "nightshift.admin-password", "never asked for")));
        }
    }

    @Inject
    Pool pool;

    @TestHTTPResource
    URI address;

    private Process proxy;
    private int port;

    @BeforeEach
    void startProxy() throws IOException {
        proxy = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReverseProxy.class.getName(),
                        String.valueOf(address.getPort()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = proxy.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = said.readLine();
        }
        assertThat(line).as("the proxy has started").isNotNull();
        port = Integer.parseInt(line.substring("port ".length()));
    }

    @AfterEach
    void stopProxy() {
        proxy.destroyForcibly();
    }

    /** A call through the proxy, of somebody who has signed in there. */
    private RequestSpecification as(String login) {
        return through().cookie(ReverseProxy.LOGIN, login);
    }

    private RequestSpecification through() {
        return given().port(port);
    }

    private int raw(String from, String... lines) {
        return RawRequest.send(address.getPort(), from, lines);
    }

    @Test
    void whoeverTheProxyNamesIsAMemberFromTheFirstRequestOn() {
        String id = as("ada@example.org")
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("ada@example.org"))
                .body("role", equalTo("member"))
                .extract()
                .path("id");

        as("ada@example.org").get("/api/me").then().body("id", equalTo(id));
        as("grace").get("/api/me").then().statusCode(200).body("role", equalTo("admin"));
        as("admin").get("/api/me").then().statusCode(200).body("role", equalTo("admin"));
        through().get("/api/me").then().statusCode(401);
        through().get("/api/config").then().statusCode(200).body("signInMode", equalTo("header"));
    }

    @Test
    void whatAClientSaysOfItselfDoesNotCount() {
        through().header(ReverseProxy.USER, "grace").get("/api/me").then().statusCode(401);
        as("ada")
                .header(ReverseProxy.USER, "grace")
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("ada"));
        as("ada")
                .header(ReverseProxy.USER, "grace")
                .header("X-Naive", "yes")
                .get("/api/me")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void whatIsNoNameIsNobody() {
        for (String name : List.of("ada, grace", "grace,grace", "", "grace\u00E2\u0080\u008B", "g".repeat(256))) {
            assertThat(raw(
                            ReverseProxy.ADDRESS,
                            "GET /api/me HTTP/1.1",
                            "Host: localhost",
                            ReverseProxy.USER + ": " + name))
                    .as(name)
                    .isEqualTo(401);
        }
    }

    @Test
    void whoeverComesDirectlyIsRefusedWhateverTheyCarry() {
        String token = as("grace")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "script"))
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");

        given().get("/api/me").then().statusCode(403).contentType("application/problem+json");
        given().header(ReverseProxy.USER, "grace").get("/api/me").then().statusCode(403);
        given().header("Authorization", "Bearer " + token).get("/api/me").then().statusCode(403);
        given().header("X-Forwarded-For", ReverseProxy.ADDRESS)
                .header("Forwarded", "for=" + ReverseProxy.ADDRESS)
                .header(ReverseProxy.USER, "grace")
                .get("/api/me")
                .then()
                .statusCode(403);
        for (String path :
                List.of("/", "/api/config", "/auth/login", "/api/search", "/internal/../api/me", "/q/../api/me")) {
            assertThat(raw("127.0.0.1", "GET " + path + " HTTP/1.1", "Host: localhost", ReverseProxy.USER + ": grace"))
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(raw("127.0.0.3", "GET /api/me HTTP/1.1", "Host: localhost", ReverseProxy.USER + ": grace"))
                .isEqualTo(403);
        assertThat(raw(ReverseProxy.ADDRESS, "GET /api/me HTTP/1.1", "Host: localhost", ReverseProxy.USER + ": grace"))
                .isEqualTo(200);
    }

    @Test
    void thePlatformStillReachesItself() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/auth/jwks.json").then().statusCode(200);
        given().auth()
                .preemptive()
                .basic("runner-service", "the secret of the tests")
                .formParam("grant_type", "client_credentials")
                .post("/internal/oauth/token")
                .then()
                .statusCode(200);
        given().header(ReverseProxy.USER, "grace")
                .get("/internal/sessions/x")
                .then()
                .statusCode(401);
        as("grace").get("/internal/sessions/x").then().statusCode(403);
    }

    @Test
    void accessTokensWorkThroughTheProxy() {
        String token = as("ada")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "script", "scopes", List.of("read")))
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");

        through()
                .header("Authorization", "Bearer " + token)
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("ada"));
        as("grace")
                .header("Authorization", "Bearer wrong")
                .get("/api/me")
                .then()
                .statusCode(401);
    }

    @Test
    void aDisabledMemberIsNobodyHoweverOftenTheProxyNamesThem() {
        as("leaver").get("/api/me").then().statusCode(200);
        pool.preparedQuery("update members set state = 'disabled' where username = $1")
                .execute(Tuple.of("leaver"))
                .await()
                .atMost(SOON);

        as("leaver").get("/api/me").then().statusCode(401);
    }

    @Test
    void theSocketGoesTheSameWay() {
        String host = "Host: localhost:" + address.getPort();
        String[] upgrade = RawRequest.upgrade("/background-agent-ws", host, ReverseProxy.USER + ": grace");
        assertThat(raw("127.0.0.1", upgrade)).isEqualTo(403);

        String[] proxied = RawRequest.upgrade(
                "/background-agent-ws", "Host: localhost:" + port, "Cookie: " + ReverseProxy.LOGIN + "=ada");
        assertThat(RawRequest.send(port, "127.0.0.1", proxied)).isEqualTo(101);
        assertThat(RawRequest.send(
                        port, "127.0.0.1", RawRequest.upgrade("/background-agent-ws", "Host: localhost:" + port)))
                .isEqualTo(401);
        assertThat(RawRequest.send(
                        port,
                        "127.0.0.1",
                        RawRequest.upgrade(
                                "/background-agent-ws",
                                "Host: localhost:" + port,
                                "Cookie: " + ReverseProxy.LOGIN + "=ada",
                                "X-Naive: yes",
                                ReverseProxy.USER + ": grace")))
                .isEqualTo(403);
    }

    @Test
    void anotherSiteIsRefusedThoughTheProxyNamesItsVictim() {
        as("grace")
                .header("Sec-Fetch-Site", "cross-site")
                .post("/api/signing-keys/rotate")
                .then()
                .statusCode(403);
        as("grace")
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/signing-keys/rotate")
                .then()
                .statusCode(202);
    }
}
