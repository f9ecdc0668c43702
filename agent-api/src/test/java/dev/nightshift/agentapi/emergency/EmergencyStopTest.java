package dev.nightshift.agentapi.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.contracts.RunCommand;
import dev.nightshift.contracts.RunCommand.StopRun;
import dev.nightshift.contracts.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmergencyStopTest extends AgentApiTest {
    private static final String PATH = "/api/emergency-stop";

    @AfterEach
    void release() {
        admin().delete(PATH).then().statusCode(200).body("active", equalTo(false));
    }

    private static void stopEverything() {
        admin(Map.of("reason", "Wrong mails")).post(PATH).then().statusCode(200).body("active", equalTo(true));
    }

    private static ValidatableResponse agentNow(String id) {
        return admin().get("/api/agents/" + id).then().statusCode(200);
    }

    private static void post(String id, String action) {
        admin().post("/api/agents/" + id + "/" + action).then().statusCode(200);
    }

    @Test
    void everybodySeesWhoStoppedEverythingAndWhy() {
        Person member = person("Max");
        member.calls().get(PATH).then().statusCode(200).body("$", equalTo(Map.of("active", false)));
        member.calls(Map.of("reason", "Fun")).post(PATH).then().statusCode(403);
        member.calls().delete(PATH).then().statusCode(403);
        admin(Map.of()).post(PATH).then().statusCode(400).body("errors.field", equalTo(List.of("reason")));
        stopEverything();

        member.calls()
                .get(PATH)
                .then()
                .body("active", equalTo(true))
                .body("reason", equalTo("Wrong mails"))
                .body("by.id", equalTo(adminId().toString()));
        admin(Map.of("reason", "Again"))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("detail", containsString("Wrong mails"));
        release();
        admin().get("/api/audit?action=emergency.started")
                .then()
                .body("items[0].detail.reason", equalTo("Wrong mails"));
        admin().get("/api/audit?action=emergency.ended").then().body("items[0].actor.name", equalTo("Administrator"));
    }

    @Test
    void agentsComeBackUnlessSomebodyDecidedOtherwise() {
        String active = create(agent("Active"));
        String paused = create(agent("Paused"));
        String decided = create(agent("Decided"));
        String edited = create(agent("Edited"));
        post(paused, "pause");
        stopEverything();

        agentNow(active)
                .body("state", equalTo("stopped"))
                .body("stateNote", equalTo("Emergency stop by Administrator: Wrong mails"));
        agentNow(paused).body("state", equalTo("paused"));
        post(decided, "stop");
        admin(Map.of("name", "New name")).patch("/api/agents/" + edited).then().statusCode(200);
        release();

        agentNow(active).body("state", equalTo("active"));
        agentNow(paused).body("state", equalTo("paused"));
        agentNow(decided).body("state", equalTo("stopped"));
        agentNow(edited).body("state", equalTo("active"));
    }

    @Test
    void theAgentsOfAMemberWhoLeftMeanwhileDoNotComeBack() {
        Person owner = person("Olga");
        String id = owner.calls(agent("Orphan"))
                .post("/api/agents")
                .then()
                .extract()
                .path("id");
        stopEverything();
        admin(Map.of("state", "disabled"))
                .patch("/api/members/" + owner.id())
                .then()
                .statusCode(200);
        release();

        agentNow(id).body("state", equalTo("stopped"));
    }

    @Test
    void nothingStartsAndWhatRunsIsStopped() {
        String id = create(agent("Busy"));
        String paused = create(agent("Paused"));
        post(paused, "pause");
        String run =
                admin().post("/api/agents/" + id + "/runs").then().extract().path("runId");
        stopEverything();

        StopRun stop = (StopRun) Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> kafka().events(Topics.RUN_COMMANDS, RunCommand.CODEC, run),
                        commands -> !commands.isEmpty())
                .getFirst();
        assertThat(stop.reason()).isEqualTo("emergency stop: Wrong mails");
        String because = "Emergency stop by Administrator: Wrong mails.";
        for (String path : List.of(
                "/api/agents/" + id + "/start",
                "/api/agents/" + paused + "/resume",
                "/api/agents/" + id + "/runs",
                "/api/agents/" + id + "/sessions",
                "/api/agents/" + id + "/remix")) {
            admin().post(path).then().statusCode(409).body("detail", containsString(because));
        }
        admin(agent("New")).post("/api/agents").then().statusCode(409);
        Map<String, Object> later = agent("Later");
        later.put("state", "paused");
        admin(later).post("/api/agents").then().statusCode(201);
        admin(Map.of("agentId", id)).post("/background-agents/start").then().statusCode(409);
    }

    @Test
    void refusesNobodyWhoHasNothingToDoWithIt() {
        Person member = person("Max");
        stopEverything();

        member.calls().get("/api/agents").then().statusCode(200);
        admin().get("/api/runs").then().statusCode(200).body("$", org.hamcrest.Matchers.hasKey("items"));
        admin().get("/api/audit?action=emergency.started").then().body("items.outcome", hasItem("done"));
    }
}
