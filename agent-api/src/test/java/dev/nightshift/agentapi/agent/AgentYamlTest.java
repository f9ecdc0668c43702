package dev.nightshift.agentapi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Agents live in Git, too. */
@QuarkusTest
class AgentYamlTest extends AgentApiTest {
    private static final String YAML = "application/yaml";

    private static RequestSpecification yaml(RequestSpecification calls, String body) {
        return calls.config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(YAML, ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(YAML)
                .body(body);
    }

    private static String export(RequestSpecification calls, String id) {
        return calls.accept(YAML)
                .get("/api/agents/" + id)
                .then()
                .statusCode(200)
                .contentType(startsWith(YAML))
                .extract()
                .asString();
    }

    @Test
    void whatIsExportedMakesTheSameAgentAgainAndChangesNothing() {
        Map<String, Object> agent = agent("In Git");
        agent.put("instructions", "Line one\n\n```bash\necho hello\n```\n");
        agent.put("schedule", "every 6 hours");
        agent.put("limits", Map.of("maxToolCalls", 3));
        agent.put("allowedActions", List.of("run_bash"));
        String id = create(agent);

        String document = export(admin(), id);

        assertThat(document)
                .startsWith("name: In Git\ninstructions: |\n  Line one\n")
                .doesNotContain("version", "state");
        yaml(admin(), document)
                .patch("/api/agents/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        String again = yaml(admin(), document)
                .post("/api/agents")
                .then()
                .statusCode(201)
                .body("instructions", equalTo(agent.get("instructions")))
                .extract()
                .path("id");
        assertThat(export(admin(), again)).isEqualTo(document);
        yaml(admin(), document.replace("In Git", "Renamed"))
                .header("If-Match", "\"1\"")
                .patch("/api/agents/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Renamed"));
    }

    @Test
    void anOrgAgentSaysSoAndNothingTurnsOneIntoTheOther() {
        Person member = person("Max");
        Map<String, Object> org = agent("For all");
        org.put("type", "org");
        String id = create(org);
        String document = export(admin(), id);

        assertThat(document).startsWith("type: org\n");
        yaml(admin(), document).patch("/api/agents/" + id).then().statusCode(200);
        yaml(member.calls(), document).post("/api/agents").then().statusCode(403);
        yaml(member.calls(), document).patch("/api/agents/" + id).then().statusCode(403);
        String own =
                member.calls(agent("Own")).post("/api/agents").then().extract().path("id");
        yaml(member.calls(), document)
                .patch("/api/agents/" + own)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("type")));
        yaml(member.calls(), "owner: {id: x}\nversion: 9\nstate: active\nresultsShared: true\n")
                .patch("/api/agents/" + own)
                .then()
                .statusCode(400)
                .body("errors.field.toSet()", equalTo(java.util.Set.of("owner", "version", "state", "resultsShared")));
    }

    @Test
    void whoSeesTheCardGetsNoDocument() {
        Person owner = person("Olga");
        Person other = person("Otto");
        String id =
                owner.calls(agent("Shown")).post("/api/agents").then().extract().path("id");

        other.calls().accept(YAML).get("/api/agents/" + id).then().statusCode(403);
        admin().accept(YAML).get("/api/agents/" + id).then().statusCode(403);
        owner.calls()
                .accept(YAML)
                .get("/api/agents/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        owner.calls()
                .accept("application/json, application/yaml;q=0.5")
                .get("/api/agents/" + id)
                .then()
                .contentType(ContentType.JSON);
    }

    @Test
    void brokenYamlIsRefused() {
        yaml(admin(), "name: &a x\nb: *a")
                .post("/api/agents")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        yaml(admin(), "name: x\ninstructions: y\nschedule: manual\nfoo: 1")
                .post("/api/agents")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("foo")));
        yaml(admin(), "x: " + "y".repeat(300_000)).post("/api/agents").then().statusCode(413);
    }
}
