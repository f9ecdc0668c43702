package dev.nightshift.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nightshift.contracts.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A real OpenID Connect provider without people: authorization code with PKCE, user information, introspection, rotated
 * keys, sign-out. What a person would do at its pages, and what an attacker would make of it, a test asks for at
 * {@code /play/…}, see {@link ProviderPlay}. Under {@code /standard} it keeps to the standard; under {@code /google},
 * {@code /gh} and {@code /common/v2.0} it differs from it as Google, GitHub and Microsoft do.
 *
 * <p>As a resource of a Quarkus test it makes the service sign people in here; the argument {@code base} chooses, and all
 * other arguments are settings.
 */
public final class ScriptedProvider implements QuarkusTestResourceLifecycleManager {
    public static final String CLIENT = "nightshift-web";
    public static final String SECRET = "the client's secret: a long one, as GitHub's are";

    private final AtomicBoolean away = new AtomicBoolean();
    private Map<String, String> arguments = Map.of();
    private @Nullable HttpServer server;
    private @Nullable ProviderEndpoints endpoints;

    @Override
    public void init(Map<String, String> initArguments) {
        arguments = Map.copyOf(initArguments);
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String url = "http://127.0.0.1:" + started.getAddress().getPort();
            endpoints = new ProviderEndpoints(url);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", this::answer);
            started.start();
            server = started;
            return settings(url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "nightshift.auth-mode", "oidc",
                "nightshift.oidc.issuer", url + arguments.getOrDefault("base", "/standard"),
                "nightshift.oidc.client-id", CLIENT,
                "nightshift.oidc.client-secret", SECRET,
                "nightshift.test.provider", url));
        arguments.forEach((name, value) -> {
            if (!name.equals("base")) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        ProviderEndpoints known = endpoints;
        if (known == null || (away.get() && !path.startsWith("/play/"))) {
            StubServer.respond(exchange, 503, "text/plain", "away");
            return;
        }
        ProviderRequest request = ProviderRequest.read(exchange);
        if (path.equals("/play/away")) {
            away.set(request.json().path("away").asBoolean());
        }
        ProviderReply reply;
        try {
            reply = known.answer(path, request);
        } catch (RuntimeException e) {
            reply = new ProviderReply(500, problem(e));
        }
        StubServer.respond(
                exchange, reply.status(), "application/json", reply.body().toString());
    }

    private static ObjectNode problem(RuntimeException e) {
        return Json.mapper().createObjectNode().put("problem", String.valueOf(e));
    }

    /** An answer in JSON. */
    record ProviderReply(int status, JsonNode body) {}

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
