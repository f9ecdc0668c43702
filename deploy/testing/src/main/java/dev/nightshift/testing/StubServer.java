package dev.nightshift.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A real HTTP server that stands for the other services. It publishes the key of {@link Tokens} at
 * {@code /auth/jwks.json} and gives service tokens at {@code /internal/oauth/token}; a test adds what else it needs:
 *
 * <pre>{@code
 * StubServer.on("GET /internal/sessions/[^/]+", StubServer.json(200, "{…}"));
 * }</pre>
 */
public final class StubServer implements AutoCloseable {
    private static final String HANDLERS = "nightshift.test.stub-handlers";

    private final HttpServer server;

    private StubServer(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port; {@link NightshiftTestStack} does so for Quarkus tests. */
    public static StubServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", StubServer::answer);
            server.start();
            return new StubServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Answers requests whose method and path match the pattern, from now on and until {@link #reset()}; a later one
     * with the same pattern replaces it.
     */
    public static void on(String methodAndPath, HttpHandler handler) {
        Pattern.compile(methodAndPath);
        handlers().put(methodAndPath, handler);
    }

    /** Forgets what tests added. */
    public static void reset() {
        handlers().clear();
    }

    /** Always the same JSON answer. */
    public static HttpHandler json(int status, String body) {
        return exchange -> respond(exchange, status, "application/json", body);
    }

    /** Sends an answer and ends the exchange. An empty body sends none. */
    public static void respond(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        for (Map.Entry<String, HttpHandler> entry : handlers().entrySet()) {
            if (request.matches(entry.getKey())) {
                entry.getValue().handle(exchange);
                return;
            }
        }
        switch (request) {
            case "GET /auth/jwks.json" -> respond(exchange, 200, "application/json", Tokens.jwks());
            case "POST /internal/oauth/token" -> respond(exchange, 200, "application/json", serviceToken(exchange));
            default -> respond(exchange, 404, "application/problem+json", """
                    {"type": "about:blank", "title": "Not stubbed", "status": 404}""");
        }
    }

    private static String serviceToken(HttpExchange exchange) {
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        String name = basic == null || !basic.startsWith("Basic ")
                ? "unknown"
                : new String(java.util.Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8);
        String token = Tokens.service(name.split(":", 2)[0]).substring("Bearer ".length());
        return "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\", \"expires_in\": 60}";
    }

    /** In a place that every class loader of this JVM shares: Quarkus loads tests and their resources apart. */
    @SuppressWarnings("unchecked")
    private static Map<String, HttpHandler> handlers() {
        return (Map<String, HttpHandler>)
                System.getProperties().computeIfAbsent(HANDLERS, ignored -> new ConcurrentHashMap<>());
    }

    @Override
    public void close() {
        server.stop(0);
        // Some libraries read all system properties when they start, and trip over one that is no text.
        System.getProperties().remove(HANDLERS);
    }
}
