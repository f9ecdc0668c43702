package dev.nightshift.agentapi.agent;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request is looked at besides its body. */
@QuarkusTest
class RequestsTest extends AgentApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/agents?name=x",
                "/api/agents?type=user&type=org",
                "/api/agents/ID?fields=id",
                "/api/agents/ID/status?at=now",
                "/api/agents/ID/runs?agentId=1",
                "/api/runs?state=running",
                "/api/runs?limit=1&limit=2",
                "/api/catalog?q=x"
            })
    void aParameterThatWouldBeIgnoredIsNamed(String path) {
        String id = create(agent("Asked about"));
        String parameter = path.substring(path.indexOf('?') + 1, path.indexOf('='));

        admin().get(path.replace("ID", id))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(parameter)));
        given().get(path.replace("ID", id)).then().statusCode(401);
    }

    @Test
    void everyFaultyParameterIsNamed() {
        admin().get("/api/agents?type=team&limit=0&cursor=x")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("type", "limit", "cursor"));
        admin().get("/api/runs?status=odd&trigger=x&agentId=y&limit=201")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("status", "trigger", "agentId", "limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "201", "1.5", "many", "99999999999"})
    void aLimitIsAWholeNumberFrom1To200(String limit) {
        for (String list : List.of("/api/agents", "/api/runs", "/api/agents/" + create(agent("Listed")) + "/runs")) {
            admin().get(list + "?limit=" + limit)
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("limit")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z|%s",
                "-1000000000-01-01T00:00:00Z|%s",
                "2026-01-01T00:00:00Z|",
                "2026-01-01T00:00:00Z",
                "|%s",
                "yesterday|%s"
            })
    void aCursorThatIsNoneIsNamed(String plain) {
        String cursor = Base64.getUrlEncoder()
                .encodeToString(plain.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));

        for (String list : List.of("/api/agents", "/api/runs")) {
            admin().get(list + "?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("cursor")));
        }
    }

    @Test
    void onlyJsonIsRead() {
        for (String type : List.of("text/plain", "application/xml", "nonsense")) {
            admin().header("Content-Type", type)
                    .body("{\"name\": \"A\"}".getBytes(StandardCharsets.UTF_8))
                    .post("/api/agents")
                    .then()
                    .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)))
                    .contentType("application/problem+json");
        }
    }

    @Test
    void whatAnAgentCanBeAskedForIsSaid() {
        String id = create(agent("Asked about"));

        admin().head("/api/agents/" + id).then().statusCode(200).header("ETag", equalTo("\"1\""));
        admin().options("/api/agents/" + id).then().statusCode(200);
        admin(Map.of()).put("/api/agents/" + id).then().statusCode(405).contentType("application/problem+json");
    }
}
