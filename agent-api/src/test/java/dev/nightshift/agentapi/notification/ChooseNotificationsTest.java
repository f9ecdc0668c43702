package dev.nightshift.agentapi.notification;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChooseNotificationsTest extends MailTest {
    @Test
    void whoWantsNoMailGetsNone() {
        olga.calls(Map.of("onFailure", List.of(), "onWaiting", List.of("mail")))
                .put("/api/agents/" + agent + "/notifications")
                .then()
                .statusCode(200)
                .body("inherited", equalTo(false))
                .body("onFailure", equalTo(List.of()));

        failure();

        awaitCount("select count(*) from notices where agent_id = $1 and addressed", 1);
        awaitCount("select count(*) from letters l join notices n on n.id = l.notice_id where n.agent_id = $1", 0);
    }

    @Test
    void ownDefaultsCountForAgentsThatSayNothing() {
        olga.calls()
                .get("/api/agents/" + agent + "/notifications")
                .then()
                .statusCode(200)
                .body("inherited", equalTo(true))
                .body("onFailure", equalTo(List.of("mail")))
                .body("mailAvailable", equalTo(true));
        olga.calls(Map.of("onFailure", List.of(), "onWaiting", List.of()))
                .put("/api/me/notifications")
                .then()
                .statusCode(200);
        olga.calls()
                .get("/api/agents/" + agent + "/notifications")
                .then()
                .body("inherited", equalTo(true))
                .body("onFailure", equalTo(List.of()));

        failure();

        awaitCount("select count(*) from notices where agent_id = $1 and addressed", 1);
        awaitCount("select count(*) from letters l join notices n on n.id = l.notice_id where n.agent_id = $1", 0);
    }

    @Test
    void choosingIsForWhoMayChangeTheAgent() {
        Map<String, Object> none = Map.of("onFailure", List.of(), "onWaiting", List.of());
        String path = "/api/agents/" + agent + "/notifications";
        Person otto = person("Otto");

        otto.calls(none).put(path).then().statusCode(403);
        otto.calls().get(path).then().statusCode(404);
        admin(none).put(path).then().statusCode(403);
        olga.calls(none).put("/api/agents/no-id/notifications").then().statusCode(404);
    }

    @Test
    void everyFaultOfAChoiceIsNamed() {
        String path = "/api/agents/" + agent + "/notifications";
        Made others = make(person("Otto"), webhook("https://example.com/", "background_task_error"));

        olga.calls(Map.of("onFailure", List.of("pigeon"), "other", 1))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("onFailure[0]", "onWaiting", "other")));
        olga.calls(Map.of("onFailure", List.of("webhook"), "onWaiting", List.of()))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("webhookId")));
        for (String put : List.of(path, "/api/me/notifications")) {
            olga.calls(Map.of("onFailure", List.of("webhook"), "onWaiting", List.of(), "webhookId", others.id()))
                    .put(put)
                    .then()
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("webhookId")));
        }
    }
}
