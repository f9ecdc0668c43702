package dev.nightshift.agentapi.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.run.RunStory;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.contracts.Trigger;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream shows what the reader may see now, not what somebody could see when it happened. */
@QuarkusTest
class EventVisibilityTest extends AgentApiTest {
    @TestHTTPResource
    URI address;

    @Inject
    BackgroundEventLog log;

    @Test
    void theStandingOfAnAgentIsSeenByWhoOwnedItThenAndStillDoes() {
        Person olga = person("Olga");
        Person otto = person("Otto");
        String agent = make(olga, "Handed over");
        assertThat(seenOf(agent, olga.id(), false)).hasSize(1);

        change(
                "update agents set owner_id = $2 where id = $1",
                UUID.fromString(agent),
                otto.id().value());
        assertThat(seenOf(agent, olga.id(), false)).isEmpty();
        assertThat(seenOf(agent, otto.id(), false)).isEmpty();

        otto.calls().post("/api/agents/" + agent + "/pause").then().statusCode(200);
        assertThat(seenOf(agent, olga.id(), false)).isEmpty();
        assertThat(seenOf(agent, otto.id(), false)).hasSize(1);
    }

    @Test
    void aRunIsSeenByWhomItActedForWhoeverHasTheAgentNow() {
        Person olga = person("Olga");
        Person otto = person("Otto");
        String agent = make(olga, "Handed over");
        change(
                "update agents set owner_id = $2 where id = $1",
                UUID.fromString(agent),
                otto.id().value());
        RunStory story =
                new RunStory(RunId.next(), AgentId.of(agent), Trigger.MANUAL, ActingFor.member(olga.id(), "Olga"));
        for (Known event : List.of(story.queued(1), story.started(2), story.completed(3))) {
            kafka().send(
                            Topics.RUN_EVENTS,
                            RunEvent.CODEC,
                            event,
                            event.sessionId().toString());
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                seenOf(agent, olga.id(), false).stream().map(NumberedEvent::type))
                        .containsExactly("background_task_started", "background_task_completed"));
        assertThat(seenOf(agent, otto.id(), false).stream().map(NumberedEvent::type))
                .containsOnly("background_agent_status");
    }

    @Test
    void visibilityOfTheCardShowsNoEvents() {
        Person olga = person("Olga");
        Person otto = person("Otto");
        String agent = make(olga, "For everyone");

        assertThat(seenOf(agent, otto.id(), false)).isEmpty();
        olga.calls(Map.of("visibility", "private"))
                .patch("/api/agents/" + agent)
                .then()
                .statusCode(200);
        assertThat(seenOf(agent, otto.id(), false)).isEmpty();
        assertThat(seenOf(agent, adminId(), true)).isEmpty();
        assertThat(seenOf(agent, olga.id(), false)).isNotEmpty();
    }

    @Test
    void orgAgentsAreSeenByWhoIsAnAdminAndCameAsOne() {
        Map<String, Object> body = agent("Org");
        body.put("type", "org");
        String agent = create(body);
        Person ada = person("Ada");

        assertThat(seenOf(agent, ada.id(), true)).isEmpty();
        change("update members set role = 'admin' where id = $1", ada.id().value());
        assertThat(seenOf(agent, ada.id(), true)).hasSize(1);
        assertThat(seenOf(agent, ada.id(), false)).isEmpty();
        change("update members set state = 'disabled' where id = $1", ada.id().value());
        assertThat(seenOf(agent, ada.id(), true)).isEmpty();
    }

    @Test
    void anOpenStreamStopsShowingWhatWasTakenAway() throws InterruptedException {
        Person olga = person("Olga");
        String lost = make(olga, "Lost");
        String kept = make(olga, "Kept");
        try (EventReader events = new EventReader(address.resolve("/api/events"), COOKIE + "=" + olga.cookie(), null)) {
            change(
                    "update agents set owner_id = $2 where id = $1",
                    UUID.fromString(lost),
                    adminId().value());
            admin().post("/api/agents/" + lost + "/pause").then().statusCode(200);
            olga.calls().post("/api/agents/" + kept + "/pause").then().statusCode(200);

            assertThat(events.next().data()).contains(kept);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "-1",
                "+1",
                "1.5",
                "1e3",
                "0x1",
                "1 2",
                "99999999999999999999",
                "9223372036854775808",
                "' or 1=1",
                "<script>"
            })
    void aNumberThatIsNoneIsRefused(String id) {
        admin().header("Last-Event-ID", id)
                .get("/api/events")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Last-Event-ID"));
    }

    private static String make(Person person, String name) {
        return person.calls(agent(name))
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<NumberedEvent> seenOf(String agent, MemberId member, boolean admin) {
        return log.after(0, new Viewer(member, admin), 10_000).await().atMost(SOON).stream()
                .filter(event -> event.json().contains(agent))
                .toList();
    }

    private void change(String sql, Object... values) {
        pool.preparedQuery(sql).execute(Tuple.from(List.of(values))).await().atMost(SOON);
    }
}
