package dev.nightshift.agentapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A webhook tells no more than its owner may see at the moment of each delivery. */
@QuarkusTest
class WebhookVisibilityTest extends WebhookTest {

    @Test
    void othersAgentsAndThoseOfTheOrganisationAreNotTold() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        Made made = make(olga, receiver);
        agentOf(person("Otto"), "Otto's");
        create(WebhooksTest.orgAgent());
        awaitCaughtUp(made);
        agentOf(olga, "Olga's");

        assertThat(arrived(receiver, 1).getFirst().json().at("/data/agentName").asText())
                .isEqualTo("Olga's");
    }

    @Test
    void onlyTheTypesAndTheAgentThatWereChosenAreTold() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        String chosen = agentOf(olga, "Chosen");
        Map<String, Object> body = webhook(receiver.url(), "background_agent_status");
        body.put("agentId", chosen);
        Made one = make(olga, body);
        Receiver errors = receiver();
        Made other = make(olga, webhook(errors.url(), "background_task_error"));
        agentOf(olga, "Another");
        olga.calls().post("/api/agents/" + chosen + "/pause").then().statusCode(200);

        assertThat(arrived(receiver, 1).getFirst().json().at("/data/agentId").asText())
                .isEqualTo(chosen);
        awaitCaughtUp(one);
        awaitCaughtUp(other);
        assertThat(receiver.received()).hasSize(1);
        assertThat(errors.received()).isEmpty();
    }

    @Test
    void whoLostAnAgentIsToldNothingMoreNotEvenWhatWaited() {
        Person olga = person("Olga");
        Person otto = person("Otto");
        Receiver receiver = receiver();
        Made made = make(olga, receiver);
        String agent = agentOf(olga, "Handed over");
        arrived(receiver, 1);
        awaitCaughtUp(made);
        olga.calls(Map.of("state", "paused")).patch(made.path()).then().statusCode(200);
        olga.calls().post("/api/agents/" + agent + "/pause").then().statusCode(200);
        change(
                "update agents set owner_id = $2 where id = $1",
                UUID.fromString(agent),
                otto.id().value());

        olga.calls(Map.of("state", "active")).patch(made.path()).then().statusCode(200);
        awaitCaughtUp(made);

        assertThat(receiver.received()).hasSize(1);
        String delivery =
                olga.calls().get(made.path() + "/deliveries").then().extract().path("items[0].id");
        agentOf(olga, "Still mine");
        arrived(receiver, 2);
        olga.calls()
                .post(made.path() + "/deliveries/" + delivery + "/redeliver")
                .then()
                .statusCode(202);
        await().atMost(SOON)
                .untilAsserted(() -> olga.calls()
                        .get(made.path() + "/deliveries")
                        .then()
                        .body("items[0].cause", equalTo("redelivery"))
                        .body("items[0].error", containsString("not visible")));
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void anAdminHearsOfOrgAgentsWhileAnAdmin() {
        Person ada = person("Ada");
        UUID id = ada.id().value();
        change("update members set role = 'admin' where id = $1", id);
        Receiver receiver = receiver();
        Made made = make(ada, receiver);
        create(WebhooksTest.orgAgent());
        arrived(receiver, 1);

        change("update members set role = 'member' where id = $1", id);
        create(WebhooksTest.orgAgent());
        awaitCaughtUp(made);

        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void whoSetItUpWithoutAnAdminsRightsNeverHearsMore() {
        Person ada = person("Ada");
        Receiver receiver = receiver();
        Made made = make(ada, receiver);
        change("update members set role = 'admin' where id = $1", ada.id().value());
        create(WebhooksTest.orgAgent());
        awaitCaughtUp(made);

        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void aDisabledMembersWebhookIsSilent() {
        Person olga = person("Olga");
        Receiver receiver = receiver();
        Made made = make(olga, receiver);
        String agent = agentOf(olga, "Before");
        arrived(receiver, 1);
        awaitCaughtUp(made);

        change("update members set state = 'disabled' where id = $1", olga.id().value());
        admin().post("/api/agents/" + agent + "/stop").then().statusCode(200);
        awaitCaughtUp(made);

        assertThat(receiver.received()).hasSize(1);
    }
}
