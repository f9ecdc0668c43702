package dev.nightshift.agentapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nightshift.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A real HTTP server on this machine that receives webhooks, and answers as a test wants. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Handler handler = exchange -> answer(exchange, 200, "thank you");

    /** What came in. */
    public record Received(Map<String, List<String>> headers, String host, String body) {
        public String header(String name) {
            return headers.get(Character.toUpperCase(name.charAt(0)) + name.substring(1))
                    .getFirst();
        }

        public JsonNode json() {
            try {
                return Json.mapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How it answers. */
    public interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                Map.copyOf(exchange.getRequestHeaders()),
                exchange.getRequestHeaders().getFirst("Host"),
                body));
        handler.handle(exchange);
    }

    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    public void answers(Handler how) {
        handler = how;
    }

    public void answers(int status) {
        handler = exchange -> answer(exchange, status, "status " + status);
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hooks?key=1";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
