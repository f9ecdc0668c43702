package dev.nightshift.agentapi.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OtherSitesTest extends AgentApiTest {
    private static final URI PUBLIC = URI.create("https://nightshift.example.org");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // method, webSocket, authorization, Sec-Fetch-Site, Origin, refused
                "GET, false, false, cross-site, https://evil.example, false",
                "POST, false, false, cross-site, https://evil.example, true",
                "POST, false, false, same-site, -, true",
                "POST, false, false, same-origin, https://evil.example, false",
                "POST, false, false, none, -, false",
                "POST, false, true, cross-site, https://evil.example, false",
                "DELETE, false, false, -, -, false",
                "DELETE, false, false, -, https://evil.example, true",
                "PATCH, false, false, -, https://nightshift.example.org, false",
                "PATCH, false, false, -, http://nightshift.example.org, true",
                "PUT, false, false, -, http://127.0.0.1:8080, false",
                "PUT, false, false, -, http://127.0.0.1:8081, true",
                "PUT, false, false, -, null, true",
                "PUT, false, false, -, 'not a uri', true",
                "GET, true, false, cross-site, -, true",
                "GET, true, false, -, https://evil.example, true",
                "GET, true, false, -, -, false",
                "GET, true, true, -, https://evil.example, false",
            })
    void theRule(String method, boolean webSocket, boolean authorization, String site, String origin, boolean refused) {
        OtherSites.Request request =
                new OtherSites.Request(method, webSocket, authorization, site, origin, "127.0.0.1:8080");

        assertThat(OtherSites.refuses(request, PUBLIC)).isEqualTo(refused);
    }

    @Test
    void aRequestThatAnotherSiteMadeTheBrowserSendIsRefused() {
        admin(agent("From elsewhere"))
                .header("Sec-Fetch-Site", "cross-site")
                .post("/api/agents")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        admin(agent("From elsewhere"))
                .header("Origin", "https://evil.example")
                .post("/api/agents")
                .then()
                .statusCode(403);
        given().header("Sec-Fetch-Site", "cross-site")
                .contentType("application/json")
                .body(Map.of())
                .post("/auth/login")
                .then()
                .statusCode(403);
    }

    @Test
    void anUpgradeFromAnotherSiteIsRefusedBeforeTheDoor() {
        admin().header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Origin", "https://evil.example")
                .get("/ws/sessions/1")
                .then()
                .statusCode(403);
    }
}
