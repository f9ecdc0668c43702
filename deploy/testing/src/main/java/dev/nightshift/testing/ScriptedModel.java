package dev.nightshift.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nightshift.contracts.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A real HTTP server that speaks OpenAI's {@code POST /v1/chat/completions}, plain and streaming, with tool calls and
 * token counts. What it answers is a function of the request.
 */
public final class ScriptedModel implements AutoCloseable {
    private final HttpServer server;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final Function<JsonNode, ScriptedAnswer> script;

    private ScriptedModel(HttpServer server, Function<JsonNode, ScriptedAnswer> script) {
        this.server = server;
        this.script = script;
    }

    /** Starts one on a free port. */
    public static ScriptedModel start(Function<JsonNode, ScriptedAnswer> script) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ScriptedModel model = new ScriptedModel(server, script);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v1/chat/completions", model::complete);
            server.start();
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers in this order, whatever is asked; a request too many is a 500. */
    public static ScriptedModel saying(ScriptedAnswer... answers) {
        Iterator<ScriptedAnswer> left = List.of(answers).iterator();
        return start(request -> {
            synchronized (left) {
                return left.hasNext() ? left.next() : new ScriptedAnswer.Fails(500, "the script has ended");
            }
        });
    }

    /** As the setting {@code …_BASE_URL} wants it. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** The bodies of all requests so far, in order. */
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** How many tools have answered in this conversation. */
    public static int toolAnswers(JsonNode request) {
        int answers = 0;
        for (JsonNode message : request.path("messages")) {
            if (message.path("role").asText().equals("tool")) {
                answers++;
            }
        }
        return answers;
    }

    /** The content of the newest message. */
    public static String lastMessage(JsonNode request) {
        JsonNode messages = request.path("messages");
        return messages.path(messages.size() - 1).path("content").asText();
    }

    private void complete(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            CompletionWire wire = new CompletionWire(request);
            switch (script.apply(request)) {
                case ScriptedAnswer.Fails(int status, String message) ->
                    send(exchange, status, wire.error(status, message));
                case ScriptedAnswer.Breaks(String text) -> breakOff(exchange, wire.firstChunk(text));
                case ScriptedAnswer.Says says
                when request.path("stream").asBoolean() -> stream(exchange, wire.chunks(says));
                case ScriptedAnswer.Says says -> send(exchange, 200, wire.whole(says));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void stream(HttpExchange exchange, List<String> chunks) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        for (String chunk : chunks) {
            body.write(("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8));
            body.flush();
        }
        body.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Promises more than is sent, so that the client sees the connection break. */
    private static void breakOff(HttpExchange exchange, String chunk) throws IOException {
        byte[] part = ("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, part.length + 1_000L);
        exchange.getResponseBody().write(part);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
