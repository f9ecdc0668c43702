package dev.nightshift.agentapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhooksTest extends WebhookTest {
    private static final String URL = "https://example.com/hooks?token=do-not-tell";

    @Test
    void theSecretIsShownOnceAndNowhereElse() {
        Person olga = person("Olga");
        Made made = make(olga, webhook(URL, "background_task_error"));

        assertThat(made.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
        olga.calls()
                .get(made.path())
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("name", equalTo("Hook"))
                .body("url", equalTo(URL))
                .body("events", equalTo(List.of("background_task_error")))
                .body("state", equalTo("active"))
                .body("failures", equalTo(0));
        olga.calls().get("/api/webhooks").then().statusCode(200).body(not(containsString("whsec_")));
        String rows = pool.query("select string_agg(w::text, ' ') || (select coalesce(string_agg(a::text, ' '), '')"
                        + " from audit_entries a) || (select coalesce(string_agg(i::text, ' '), '') from"
                        + " idempotency_keys i) as everything from webhooks w")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getString("everything");
        assertThat(rows).doesNotContain(made.secret().substring("whsec_".length()));
    }

    @Test
    void aRepeatedCallGetsTheFirstAnswerWithItsSecret() {
        Person olga = person("Olga");
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = webhook(URL, "background_task_error");

        String first = olga.calls(body)
                .header("Idempotency-Key", key)
                .post("/api/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        String again = olga.calls(body)
                .header("Idempotency-Key", key)
                .post("/api/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first).contains("whsec_");
        olga.calls().get("/api/webhooks").then().body("items", hasSize(1));
    }

    @Test
    void othersWebhooksDoNotExistForAdminsNeither() {
        Made made = make(person("Olga"), webhook(URL, "background_task_error"));
        Person other = person("Otto");

        for (var calls : List.of(other.calls(), admin())) {
            calls.get(made.path()).then().statusCode(404);
        }
        other.calls(Map.of("name", "Mine")).patch(made.path()).then().statusCode(404);
        other.calls().delete(made.path()).then().statusCode(404);
        other.calls().post(made.path() + "/rotate-secret").then().statusCode(404);
        other.calls().post(made.path() + "/test").then().statusCode(404);
        other.calls().get(made.path() + "/deliveries").then().statusCode(404);
        other.calls().get("/api/webhooks").then().body("items", hasSize(0));
        other.calls().get("/api/webhooks/no-id").then().statusCode(404);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Person olga = person("Olga");
        olga.calls(Map.of(
                        "name", "a\r\nb",
                        "url", "ftp://example.com",
                        "events", List.of("everything", "background_task_error"),
                        "agentId", "mine",
                        "secret", "whsec_mine"))
                .post("/api/webhooks")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("name", "url", "events[0]", "agentId", "secret")));
        olga.calls(Map.of())
                .post("/api/webhooks")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("name", "url", "events")));
        olga.calls(webhook(URL)).post("/api/webhooks").then().statusCode(400).body("errors.field", hasItem("events"));
        olga.calls(webhook("https://example.com/" + "x".repeat(3000), "background_task_error"))
                .post("/api/webhooks")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("url")));
    }

    @Test
    void anAgentThatOneMayNotSeeCannotBeNamed() {
        String orgAgent = admin(orgAgent())
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> body = webhook(URL, "background_task_error");
        Person olga = person("Olga");

        for (String id : List.of(orgAgent, UUID.randomUUID().toString(), agentOf(person("Otto"), "Otto's"))) {
            body.put("agentId", id);
            olga.calls(body).post("/api/webhooks").then().statusCode(400).body("errors[0].field", equalTo("agentId"));
        }
        body.put("agentId", orgAgent);
        String made = admin(body)
                .post("/api/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        admin().delete("/api/webhooks/" + made).then().statusCode(204);
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        Person olga = person("Olga");
        Made made = make(olga, webhook(URL, "background_task_error"));

        olga.calls(Map.of("state", "paused"))
                .patch(made.path())
                .then()
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("url", equalTo(URL));
        olga.calls(Map.of("name", "New", "url", "https://example.com/2", "events", List.of("background_task_started")))
                .patch(made.path())
                .then()
                .statusCode(200)
                .body("name", equalTo("New"))
                .body("state", equalTo("paused"))
                .body("events", equalTo(List.of("background_task_started")));
        for (String field : List.of("id", "agentId", "secret", "failures", "createdAt", "memberId")) {
            olga.calls(Map.of(field, UUID.randomUUID().toString()))
                    .patch(made.path())
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(field));
        }
        olga.calls("{\"name\": null, \"events\": []}")
                .patch(made.path())
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("name", "events")));
        olga.calls().delete(made.path()).then().statusCode(204);
        olga.calls().get(made.path()).then().statusCode(404);
    }

    @Test
    void twentyAreEnough() {
        Person olga = person("Olga");
        for (int i = 0; i < 20; i++) {
            make(olga, webhook(URL, "background_task_error"));
        }

        olga.calls(webhook(URL, "background_task_error"))
                .post("/api/webhooks")
                .then()
                .statusCode(409);
        String cursor = olga.calls()
                .get("/api/webhooks?limit=15")
                .then()
                .body("items", hasSize(15))
                .extract()
                .path("nextCursor");
        olga.calls()
                .get("/api/webhooks?limit=15&cursor=" + cursor)
                .then()
                .body("items", hasSize(5))
                .body("nextCursor", nullValue());
    }

    @Test
    void changesAreAuditedWithTheHostOnly() {
        Person olga = person("Olga");
        Made made = make(olga, webhook(URL, "background_task_error"));
        olga.calls().post(made.path() + "/rotate-secret").then().statusCode(200).body("secret", startsWith("whsec_"));

        admin().get("/api/audit?targetId=" + made.id())
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("webhook.secret_rotated", "webhook.created")))
                .body("items[1].actor.id", equalTo(olga.id().toString()))
                .body("items[1].detail.host", equalTo("example.com"))
                .body(not(containsString("do-not-tell")));
    }

    static Map<String, Object> orgAgent() {
        Map<String, Object> agent = agent("Org");
        agent.put("type", "org");
        return agent;
    }
}
