package dev.nightshift.collab;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.SessionId;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A WebSocket client of the JDK that keeps every frame it gets. */
public final class Watcher implements WebSocket.Listener, AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final boolean reads;
    private WebSocket socket;

    private Watcher(boolean reads) {
        this.reads = reads;
    }

    /** Connects and reads; {@code query} such as {@code ?after=3}, or empty. */
    public static Watcher open(Optional<String> bearer, SessionId session, String query) {
        return connect(new Watcher(true), bearer, session.toString() + query);
    }

    public static Watcher open(String bearer, SessionId session, long after) {
        return open(Optional.of(bearer), session, "?after=" + after);
    }

    public static Watcher open(String bearer, String path) {
        return connect(new Watcher(true), Optional.of(bearer), path);
    }

    /** Connects and takes nothing until {@link #readOn}. */
    public static Watcher openWithoutReading(String bearer, SessionId session) {
        return connect(new Watcher(false), Optional.of(bearer), session.toString());
    }

    private static Watcher connect(Watcher watcher, Optional<String> bearer, String path) {
        int port = RestAssured.port;
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder().connectTimeout(PATIENCE);
        bearer.ifPresent(value -> builder.header("Authorization", value));
        watcher.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/sessions/" + path), watcher)
                .join();
        return watcher;
    }

    public void say(String frame) {
        socket.sendText(frame, true).join();
    }

    public void sayBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    public void readOn() {
        socket.request(Long.MAX_VALUE);
    }

    /** Cuts the connection without a word. */
    public void cut() {
        socket.abort();
    }

    public List<JsonNode> frames(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    /** The numbers of the events seen so far, in the order in which they came. */
    public List<Long> numbers() {
        return frames("event").stream().map(frame -> frame.path("seq").asLong()).toList();
    }

    /** The frames of a type, once there are {@code count} of them. */
    public List<JsonNode> awaitFrames(String type, int count) {
        await(count + " " + type).atMost(PATIENCE).until(() -> frames(type).size() >= count);
        return frames(type);
    }

    public JsonNode awaitFrame(String type) {
        return awaitFrames(type, 1).getFirst();
    }

    public int awaitClose() {
        return closed.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(Json.mapper().readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + partial, e);
            }
            partial.setLength(0);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
