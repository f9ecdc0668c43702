package dev.nightshift.agentapi.loopback;

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
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithoutSignInTest.None.class)
class WithoutSignInTest {

    /** An installation for one person on one machine. */
    public static final class None implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(
                    NightshiftTestStack.class,
                    Map.of("nightshift.auth-mode", "none", "nightshift.admin-password", "never asked for")));
        }
    }

    @TestHTTPResource
    URI address;

    @Test
    void everybodyAtThisMachineIsTheFirstAdmin() {
        given().get("/api/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("admin"))
                .body("role", equalTo("admin"));
        given().get("/api/config").then().statusCode(200).body("signInMode", equalTo("none"));
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Org", "type", "org", "instructions", "x", "schedule", "manual"))
                .post("/api/agents")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "10.0.0.1",
                "localhost\r\nHost: evil.example"
            })
    void aNameThatSomebodyElseMadeLeadHereIsRefused(String host) {
        for (String path : List.of("/api/me", "/api/config", "/auth/jwks.json", "/")) {
            assertThat(RawRequest.send(address.getPort(), "127.0.0.1", "GET " + path + " HTTP/1.1", "Host: " + host))
                    .isIn(400, 403);
        }
        assertThat(RawRequest.send(
                        address.getPort(),
                        "127.0.0.1",
                        RawRequest.upgrade("/background-agent-ws", "Host: " + host, "Origin: http://" + host)))
                .isIn(400, 403);
    }

    @Test
    void whatAProxyPassesOnIsRefused() {
        for (String header : List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")) {
            given().header(header, "10.0.0.9").get("/api/me").then().statusCode(403);
        }
    }

    @Test
    void anotherSiteIsRefusedThoughItsVictimSitsHere() {
        given().header("Sec-Fetch-Site", "cross-site")
                .post("/api/signing-keys/rotate")
                .then()
                .statusCode(403);
        given().header("Origin", "http://evil.example")
                .post("/api/signing-keys/rotate")
                .then()
                .statusCode(403);
        assertThat(RawRequest.send(
                        address.getPort(),
                        "127.0.0.1",
                        RawRequest.upgrade("/background-agent-ws", "Host: localhost", "Origin: http://evil.example")))
                .isEqualTo(403);
        assertThat(RawRequest.send(
                        address.getPort(),
                        "127.0.0.1",
                        RawRequest.upgrade("/background-agent-ws", "Host: localhost:" + address.getPort())))
                .isEqualTo(101);
    }
}
