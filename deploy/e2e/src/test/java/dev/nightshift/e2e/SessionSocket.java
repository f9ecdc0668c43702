package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of one session's WebSocket. */
final class SessionSocket implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    private SessionSocket() {}

    /** Opens, trying again while the service restarts. */
    static SessionSocket open(Door door, String session, long after) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            SessionSocket client = new SessionSocket();
            try {
                client.socket = door.http()
                        .newWebSocketBuilder()
                        .header("Cookie", door.cookie())
                        .buildAsync(door.socket("/ws/sessions/" + session + "?after=" + after), client)
                        .join();
                return client;
            } catch (CompletionException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** The next frame, of any type. */
    @Nullable JsonNode next(Duration atMost) throws InterruptedException {
        return frames.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    void send(JsonNode frame) {
        java.util.Objects.requireNonNull(socket)
                .sendText(frame.toString(), true)
                .join();
    }

    /** The numbers of the events that arrive in this time, at most so many. */
    List<Long> takeFor(Duration time, int atMost) throws InterruptedException {
        List<Long> numbers = new ArrayList<>();
        long deadline = System.nanoTime() + time.toNanos();
        while (numbers.size() < atMost && System.nanoTime() < deadline) {
            JsonNode frame = next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            if (frame != null && frame.path("type").asText().equals("event")) {
                numbers.add(frame.path("seq").asLong());
            }
        }
        return numbers;
    }

    List<Long> takeUntil(long head, Duration atMost) throws InterruptedException {
        List<Long> numbers = new ArrayList<>();
        long deadline = System.nanoTime() + atMost.toNanos();
        while ((numbers.isEmpty() || numbers.getLast() < head) && System.nanoTime() < deadline) {
            numbers.addAll(takeFor(Duration.ofMillis(200), 1));
        }
        return numbers;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(Door.JSON.readTree(partial.toString()));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            partial.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    /** The code that the other side closes with. */
    int awaitClose(Duration atMost) throws Exception {
        return closed.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Cut, not closed: the other side learns of it only from the broken connection. */
    @Override
    public void close() {
        java.util.Objects.requireNonNull(socket).abort();
    }
}
