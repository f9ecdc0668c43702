package dev.nightshift.agentapi;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * Stands for collab-service: tells a caller what reached it, over HTTP and WebSocket. A path with {@code hang-up} ends
 * the connection, a session of the agent's owner {@code Unlucky} is answered with 503, one with {@code hidden} with 404.
 */
public final class CollabStub implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        HttpServer server = vertx.createHttpServer()
                .webSocketHandshakeHandler(handshake -> {
                    if (handshake.path().contains("hidden")) {
                        handshake.reject(404);
                    } else {
                        handshake.accept();
                    }
                })
                .webSocketHandler(CollabStub::talk)
                .requestHandler(CollabStub::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return Map.of("nightshift.collab.url", "http://127.0.0.1:" + server.actualPort());
    }

    private static void talk(ServerWebSocket socket) {
        socket.writeTextMessage(
                reached(socket.uri(), socket.headers().entries(), "").encode());
        socket.textMessageHandler(text -> socket.writeTextMessage("you said " + text));
    }

    private static void answer(HttpServerRequest request) {
        if (request.path().contains("hang-up")) {
            request.connection().close();
            return;
        }
        request.body().onSuccess(body -> answer(request, body));
    }

    private static void answer(HttpServerRequest request, Buffer body) {
        boolean making = request.path().startsWith("/internal/sessions/");
        if (making) {
            request.response()
                    .setStatusCode(body.toString().contains("Unlucky") ? 503 : 204)
                    .end();
            return;
        }
        request.response()
                .setStatusCode(203)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-From-Collab", "yes")
                .end(reached(request.uri(), request.headers().entries(), body.toString())
                        .put("method", request.method().name())
                        .encode());
    }

    private static JsonObject reached(String uri, Iterable<Map.Entry<String, String>> headers, String body) {
        JsonObject seen = new JsonObject();
        headers.forEach(header -> seen.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
        return new JsonObject().put("uri", uri).put("headers", seen).put("length", body.length());
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
