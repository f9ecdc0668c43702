package dev.nightshift.agentapi.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventStreamTest extends AgentApiTest {
    @TestHTTPResource
    URI address;

    private static String stateOf(String name) {
        return admin(agent(name))
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whatHappensIsStreamedNumberedInOrder() throws InterruptedException {
        Person owner = person("Olga");
        try (EventReader events = open(owner, null)) {
            String id = owner.calls(agent("Watched"))
                    .post("/api/agents")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            owner.calls().post("/api/agents/" + id + "/pause").then().statusCode(200);

            EventReader.Event first = events.next();
            EventReader.Event second = events.next();

            assertThat(first.name()).isEqualTo("background_agent_status");
            assertThat(first.data()).contains(id).contains("\"status\":\"idle\"");
            assertThat(second.data()).contains("\"status\":\"paused\"");
            assertThat(second.id()).isGreaterThan(first.id());
        }
    }

    @Test
    void aReaderWhoComesBackGetsExactlyWhatWasMissed() throws InterruptedException {
        Person owner = person("Olga");
        String id = owner.calls(agent("Missed"))
                .post("/api/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        long seen;
        try (EventReader events = open(owner, 0L)) {
            seen = events.next().id();
        }
        owner.calls().post("/api/agents/" + id + "/pause").then().statusCode(200);
        owner.calls().post("/api/agents/" + id + "/resume").then().statusCode(200);

        try (EventReader events = open(owner, seen)) {
            assertThat(events.next().data()).contains("\"status\":\"paused\"");
            assertThat(events.next().data()).contains("\"status\":\"idle\"");
        }
    }

    @Test
    void aNumberThatCannotBeContinuedIsToldFirst() throws InterruptedException {
        Person owner = person("Olga");
        try (EventReader events = open(owner, 1_000_000_000L)) {
            EventReader.Event first = events.next();
            assertThat(first.name()).isEqualTo("resync");

            String id = owner.calls(agent("After"))
                    .post("/api/agents")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");

            EventReader.Event second = events.next();
            assertThat(second.data()).contains(id);
            assertThat(second.id()).isGreaterThan(first.id());
        }
    }

    @Test
    void aNumberOlderThanWhatIsKeptIsToldFirst() throws InterruptedException {
        Person owner = person("Olga");
        stateOf("Old");
        stateOf("New");
        pool.query("delete from background_events where number <=" + " (select max(number) - 1 from background_events)")
                .execute()
                .await()
                .atMost(SOON);

        try (EventReader events = open(owner, 0L)) {
            assertThat(events.next().name()).isEqualTo("resync");
        }
    }

    @Test
    void othersEventsAreNotSeen() throws InterruptedException {
        Person watcher = person("Wanda");
        try (EventReader events = open(watcher, null)) {
            stateOf("Not Wanda's");
            String own = watcher.calls(agent("Wanda's"))
                    .post("/api/agents")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");

            assertThat(events.next().data()).contains(own);
        }
    }

    private EventReader open(Person person, Long lastId) {
        return new EventReader(address.resolve("/api/events"), COOKIE + "=" + person.cookie(), lastId);
    }
}
