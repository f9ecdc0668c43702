package dev.nightshift.agentapi.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesOfTheUiTest extends AgentApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/agents", "/agents/1/history"})
    void theStartPageIsAskedForAnewWhateverItsAddress(String page) {
        given().header("Accept", "text/html,*/*")
                .get(page)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-cache"))
                .body(containsString("start page"));
    }

    @Test
    void whatItNamesMayBeKept() {
        given().get("/kept.txt")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, immutable, max-age=86400"));
        admin().get("/api/me").then().statusCode(200).header("Cache-Control", nullValue());
    }
}
