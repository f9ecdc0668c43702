package dev.nightshift.agentapi.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        try (StreamOf events = open(owner, null)) {
            String id = owner.calls(agent("Watched"))
                    .post("/api/agents")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            owner.calls().post("/api/agents/" + id + "/pause").then().statusCode(200);

            Event first = events.next();
            Event second = events.next();

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
        try (StreamOf events = open(owner, 0L)) {
            seen = events.next().id();
        }
        owner.calls().post("/api/agents/" + id + "/pause").then().statusCode(200);
        owner.calls().post("/api/agents/" + id + "/resume").then().statusCode(200);

        try (StreamOf events = open(owner, seen)) {
            assertThat(events.next().data()).contains("\"status\":\"paused\"");
            assertThat(events.next().data()).contains("\"status\":\"idle\"");
        }
    }

    @Test
    void aNumberThatCannotBeContinuedIsToldFirst() throws InterruptedException {
        Person owner = person("Olga");
        try (StreamOf events = open(owner, 1_000_000_000L)) {
            Event first = events.next();
            assertThat(first.name()).isEqualTo("resync");

            String id = owner.calls(agent("After"))
                    .post("/api/agents")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");

            Event second = events.next();
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

        try (StreamOf events = open(owner, 0L)) {
            assertThat(events.next().name()).isEqualTo("resync");
        }
    }

    @Test
    void othersEventsAreNotSeen() throws InterruptedException {
        Person watcher = person("Wanda");
        try (StreamOf events = open(watcher, null)) {
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

    private StreamOf open(Person person, Long lastId) {
        return new StreamOf(address.resolve("/api/events"), COOKIE + "=" + person.cookie(), lastId);
    }

    private record Event(long id, String name, String data) {}

    /** One connection; comments are left out. */
    private static final class StreamOf implements AutoCloseable {
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private final HttpClient client = HttpClient.newHttpClient();

        StreamOf(URI address, String cookie, Long lastId) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Cookie", cookie);
            if (lastId != null) {
                request.header("Last-Event-ID", lastId.toString());
            }
            Stream<String> lines = client.sendAsync(request.build(), BodyHandlers.ofLines())
                    .join()
                    .body();
            Thread.ofVirtual().start(() -> read(lines));
        }

        private void read(Stream<String> lines) {
            List<String> block = new ArrayList<>();
            lines.forEach(line -> {
                if (!line.isEmpty()) {
                    block.add(line);
                } else {
                    take(block);
                    block.clear();
                }
            });
        }

        private void take(List<String> block) {
            String name = field(block, "event");
            if (name != null) {
                events.add(new Event(Long.parseLong(field(block, "id")), name, field(block, "data")));
            }
        }

        private static String field(List<String> block, String name) {
            return block.stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }

        Event next() throws InterruptedException {
            Event event = events.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            return event;
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
