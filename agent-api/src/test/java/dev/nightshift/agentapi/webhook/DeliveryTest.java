package dev.nightshift.agentapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryTest extends WebhookTest {

    @Test
    void eventsArriveInOrderSignedAndAreLogged() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        Made made = make(olga, receiver);
        String agent = agentOf(olga, "Watched");
        olga.calls().post("/api/agents/" + agent + "/pause").then().statusCode(200);
        olga.calls().post("/api/agents/" + agent + "/resume").then().statusCode(200);

        List<Receiver.Received> received = arrived(receiver, 3);

        assertThat(received.stream().map(r -> r.json().at("/data/status").asText()))
                .containsExactly("idle", "paused", "idle");
        Receiver.Received first = received.getFirst();
        assertThat(first.json().at("/type").asText()).isEqualTo("background_agent_status");
        assertThat(first.json().at("/timestamp").asText()).endsWith("Z");
        assertThat(first.json().at("/data/agentId").asText()).isEqualTo(agent);
        assertThat(first.header("webhook-signature"))
                .isEqualTo(Signature.of(
                        first.header("webhook-id"),
                        Long.parseLong(first.header("webhook-timestamp")),
                        first.body(),
                        List.of(made.secret())));
        assertThat(received.stream().map(r -> r.header("webhook-id"))).doesNotHaveDuplicates();
        await().atMost(SOON)
                .untilAsserted(() -> olga.calls()
                        .get(made.path() + "/deliveries")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(3))
                        .body("items[2].status", equalTo("delivered"))
                        .body("items[2].cause", equalTo("event"))
                        .body("items[2].attempt", equalTo(1))
                        .body("items[2].responseStatus", equalTo(200))
                        .body("items[2].response", equalTo("thank you"))
                        .body("items[2].durationMs", notNullValue())
                        .body("items[2].eventId", equalTo(first.header("webhook-id"))));
    }

    @Test
    void aFailedDeliveryIsTriedAgainUnderItsIdAndNothingOvertakesIt() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        Made made = make(olga, receiver);
        AtomicInteger calls = new AtomicInteger();
        receiver.answers(exchange ->
                Receiver.answer(exchange, calls.incrementAndGet() <= 2 ? 500 : 200, "answer " + calls.get()));
        agentOf(olga, "First");
        agentOf(olga, "Second");

        List<Receiver.Received> received = arrived(receiver, 4);

        assertThat(received.stream().map(r -> r.json().at("/data/agentName").asText()))
                .containsExactly("First", "First", "First", "Second");
        assertThat(received.stream().limit(3).map(r -> r.header("webhook-id")).distinct())
                .hasSize(1);
        await().atMost(SOON)
                .untilAsserted(() -> olga.calls()
                        .get(made.path() + "/deliveries")
                        .then()
                        .body("items", hasSize(2))
                        .body("items[1].attempt", equalTo(3))
                        .body("items[1].status", equalTo("delivered"))
                        .body("items[1].error", nullValue()));
        olga.calls().get(made.path()).then().body("failures", equalTo(0)).body("failingSince", nullValue());
    }

    @Test
    void aDeadAndASilentReceiverKeepNobodyWaiting() {
        Person olga = person("Olga");
        Receiver dead = receiver();
        Receiver silent = receiver();
        Receiver well = receiver();
        CountDownLatch end = new CountDownLatch(1);
        silent.answers(exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Made deadHook = make(olga, dead);
        make(olga, silent);
        make(olga, well);
        dead.close();

        for (int i = 0; i < 5; i++) {
            agentOf(olga, "Agent " + i);
        }

        assertThat(arrived(well, 5)).hasSize(5);
        end.countDown();
        await().atMost(SOON)
                .untilAsserted(() -> olga.calls()
                        .get(deadHook.path())
                        .then()
                        .body("failures", greaterThan(0))
                        .body("failingSince", notNullValue())
                        .body("nextAttemptAt", notNullValue()));
        olga.calls()
                .get(deadHook.path() + "/deliveries")
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("failed"))
                .body("items[0].error", containsString("cannot be delivered"))
                .body("items[0].nextAttemptAt", notNullValue());
    }

    @Test
    void threeDaysOfFailurePauseItAndAnOwnerResumesIt() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        receiver.answers(500);
        Made made = make(olga, receiver);
        agentOf(olga, "Waits");
        arrived(receiver, 1);
        change(
                "update webhooks set failing_since = now() - interval '73 hours' where id = $1",
                UUID.fromString(made.id()));

        await().atMost(SOON)
                .untilAsserted(() -> olga.calls()
                        .get(made.path())
                        .then()
                        .body("state", equalTo("paused"))
                        .body("pausedReason", containsString("every delivery has failed")));
        admin().get("/api/audit?action=webhook.paused&targetId=" + made.id())
                .then()
                .body("items[0].actor.kind", equalTo("system"));

        receiver.answers(200);
        int before = receiver.received().size();
        olga.calls(Map.of("state", "active"))
                .patch(made.path())
                .then()
                .body("state", equalTo("active"))
                .body("pausedReason", nullValue());
        assertThat(arrived(receiver, before + 1)
                        .getLast()
                        .json()
                        .at("/data/agentName")
                        .asText())
                .isEqualTo("Waits");
    }

    @Test
    void aReceiverThatIsGoneIsPausedAtOnce() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        receiver.answers(410);
        Made made = make(olga, receiver);
        agentOf(olga, "Any");

        await().atMost(SOON)
                .untilAsserted(() -> olga.calls()
                        .get(made.path())
                        .then()
                        .body("state", equalTo("paused"))
                        .body("pausedReason", containsString("410")));
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void whatADeadNodeHadClaimedGoesOn() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        Made made = make(olga, receiver);
        UUID id = UUID.fromString(made.id());
        change(
                "update webhooks set claim = $2, claimed_until = now() + interval '1 hour' where id = $1",
                id,
                UUID.randomUUID());
        agentOf(olga, "Held");
        Receiver other = receiver();
        make(olga, other);
        agentOf(olga, "Other");
        arrived(other, 1);
        assertThat(receiver.received()).isEmpty();

        change("update webhooks set claimed_until = now() - interval '1 second' where id = $1", id);

        assertThat(arrived(receiver, 2).stream()
                        .map(r -> r.json().at("/data/agentName").asText()))
                .containsExactly("Held", "Other");
    }

    @Test
    void bothSecretsSignForADayAfterARotation() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        Made made = make(olga, receiver);
        String fresh = olga.calls()
                .post(made.path() + "/rotate-secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");

        olga.calls().post(made.path() + "/test").then().statusCode(202);

        Receiver.Received received = arrived(receiver, 1).getFirst();
        assertThat(fresh).isNotEqualTo(made.secret());
        assertThat(received.header("webhook-signature"))
                .isEqualTo(Signature.of(
                        received.header("webhook-id"),
                        Long.parseLong(received.header("webhook-timestamp")),
                        received.body(),
                        List.of(fresh, made.secret())));
    }

    @Test
    void aTestIsSentOnceEvenWhenPausedAndLogged() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        receiver.answers(500);
        Made made = make(olga, receiver);
        olga.calls(Map.of("state", "paused")).patch(made.path()).then().statusCode(200);

        String delivery = olga.calls()
                .post(made.path() + "/test")
                .then()
                .statusCode(202)
                .body("status", equalTo("pending"))
                .body("cause", equalTo("test"))
                .extract()
                .path("id");

        await().atMost(SOON)
                .untilAsserted(() -> olga.calls()
                        .get(made.path() + "/deliveries")
                        .then()
                        .body("items[0].id", equalTo(delivery))
                        .body("items[0].status", equalTo("failed"))
                        .body("items[0].responseStatus", equalTo(500))
                        .body("items[0].nextAttemptAt", nullValue()));
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().json().at("/type").asText()).isEqualTo("webhook_test");
    }

    @Test
    void anEarlierDeliveryIsSentAgainUnderItsId() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        Made made = make(olga, receiver);
        agentOf(olga, "Again");
        Receiver.Received first = arrived(receiver, 1).getFirst();
        String delivery = await().atMost(SOON)
                .until(
                        () -> olga.calls().get(made.path() + "/deliveries").<String>path("items[0].id"),
                        id -> id != null);

        olga.calls()
                .post(made.path() + "/deliveries/" + delivery + "/redeliver")
                .then()
                .statusCode(202)
                .body("cause", equalTo("redelivery"));

        Receiver.Received again = arrived(receiver, 2).getLast();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("webhook-id")).isEqualTo(first.header("webhook-id"));
        olga.calls()
                .post(made.path() + "/deliveries/" + UUID.randomUUID() + "/redeliver")
                .then()
                .statusCode(404);
    }
}
