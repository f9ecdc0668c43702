package dev.nightshift.agentapi.run;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What members see of the runs of an org agent. */
@QuarkusTest
class SharedResultsTest extends AgentApiTest {
    private static final Set<String> RESULTS = Set.of("id", "agentId", "agentName", "trigger", "status");

    private static String org(boolean shared) {
        Map<String, Object> org = agent("For all");
        org.put("type", "org");
        org.put("resultsShared", shared);
        return create(org);
    }

    private static String run(String agent) {
        return admin(Map.of("task", "A secret"))
                .post("/api/agents/" + agent + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("runId");
    }

    @Test
    void sharedResultsAreStatusTimesAndSummary() {
        Person member = person("Max");
        String agent = org(true);
        String run = run(agent);

        member.calls().get("/api/runs/" + run).then().statusCode(200).body("keySet()", equalTo(RESULTS));
        member.calls()
                .get("/api/agents/" + agent + "/runs")
                .then()
                .statusCode(200)
                .body("items[0].keySet()", equalTo(RESULTS));
        member.calls().get("/api/runs?agentId=" + agent).then().body("items.id", equalTo(List.of(run)));
        member.calls()
                .get("/api/agents/" + agent + "/status")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));
        member.calls().get("/api/runs/" + run + "/steps").then().statusCode(403);
        member.calls().post("/api/runs/" + run + "/stop").then().statusCode(403);
        member.calls().get("/background-agents").then().body("active.instanceId", not(hasItem(run)));
        admin().get("/api/runs/" + run).then().body("task", equalTo("A secret"));
    }

    @Test
    void otherwiseTheRunsAreTheAdmins() {
        Person member = person("Max");
        String agent = org(false);
        String run = run(agent);

        member.calls().get("/api/runs/" + run).then().statusCode(403);
        member.calls().get("/api/agents/" + agent + "/runs").then().statusCode(403);
        member.calls().get("/api/agents/" + agent + "/status").then().statusCode(403);
        member.calls().get("/api/runs?limit=200").then().body("items.id", not(hasItem(run)));
        admin(Map.of("resultsShared", true))
                .patch("/api/agents/" + agent)
                .then()
                .statusCode(200);
        member.calls().get("/api/runs/" + run).then().statusCode(200);
        admin(Map.of("visibility", "private"))
                .patch("/api/agents/" + agent)
                .then()
                .statusCode(200);
        member.calls().get("/api/runs/" + run).then().statusCode(404);
        member.calls().get("/api/runs?limit=200").then().body("items.id", not(hasItem(run)));
    }

    @Test
    void aUserAgentSharesNothing() {
        Person owner = person("Olga");
        Map<String, Object> agent = agent("Own");
        agent.put("resultsShared", true);

        owner.calls(agent)
                .post("/api/agents")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("resultsShared")));
    }

    @Test
    void runningAnOrgAgentIsNoted() {
        String agent = org(false);
        String run = run(agent);
        admin().post("/api/runs/" + run + "/stop").then().statusCode(202);

        admin().get("/api/audit?targetId=" + agent)
                .then()
                .body("items[0].action", equalTo("agent.run"))
                .body("items[0].detail.runId", equalTo(run));
        admin().get("/api/audit?targetId=" + run).then().body("items.action", equalTo(List.of("run.stopped")));
    }
}
