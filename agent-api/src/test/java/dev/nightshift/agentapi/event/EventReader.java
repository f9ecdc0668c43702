package dev.nightshift.agentapi.event;

import static org.assertj.core.api.Assertions.assertThat;

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

/** One connection to the stream of events; comments are left out. */
final class EventReader implements AutoCloseable {
    /** One event. */
    record Event(long id, String name, String data) {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();

    EventReader(URI address, String cookie, Long lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Cookie", cookie);
        if (lastId != null) {
            request.header("Last-Event-ID", lastId.toString());
        }
        Stream<String> lines =
                client.sendAsync(request.build(), BodyHandlers.ofLines()).join().body();
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
        Event event = events.poll(15, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
