package dev.nightshift.agentapi.door;

import dev.nightshift.agentapi.route.ProblemAnswer;
import dev.nightshift.agentapi.upstream.OtherService;
import dev.nightshift.service.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends a request on to another service, as the member whose platform token it carries. */
@ApplicationScoped
class Forward {
    private static final int CONNECT_MS = 1_000;
    private static final int HTTP_CONNECTIONS = 128;
    /** Each open WebSocket holds one connection upstream. */
    private static final int SOCKET_CONNECTIONS = 10_000;

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Config config;
    private final MemorySize largest;
    private final ProblemAnswer answer;
    private final HttpClient requests;
    private final WebSocketTunnel tunnel;

    Forward(
            Vertx vertx,
            Config config,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize largest,
            ProblemAnswer answer) {
        this.config = config;
        this.largest = largest;
        this.answer = answer;
        this.requests = vertx.createHttpClient(options(), new PoolOptions().setHttp1MaxSize(HTTP_CONNECTIONS));
        this.tunnel = new WebSocketTunnel(
                vertx.createHttpClient(options(), new PoolOptions().setHttp1MaxSize(SOCKET_CONNECTIONS)));
    }

    void request(RoutingContext context, OtherService service, String bearer) {
        URI upstream = upstream(service);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), requests)
                .origin(port(upstream), upstream.getHost())
                .addInterceptor(new AsMember(pathAndQuery(context), bearer, largest.asLongValue(), away(service)))
                .handle(context.request());
    }

    void webSocket(RoutingContext context, OtherService service, String bearer) {
        URI upstream = upstream(service);
        WebSocketTunnel.Target target =
                new WebSocketTunnel.Target(upstream.getHost(), port(upstream), pathAndQuery(context), bearer);
        tunnel.open(context.request(), target).onFailure(failure -> {
            context.request().resume();
            answer.send(context, away(service));
        });
    }

    private static Problem away(OtherService service) {
        return Problem.unavailable(
                service.label() + " does not answer at the moment. Try again shortly.", RETRY_AFTER_SECONDS);
    }

    /** The path as the router understood it, so that no other spelling of it gets past the door. */
    private static String pathAndQuery(RoutingContext context) {
        String query = context.request().query();
        return query == null ? context.normalizedPath() : context.normalizedPath() + "?" + query;
    }

    private URI upstream(OtherService service) {
        return config.getValue(service.setting(), URI.class);
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : 80;
    }

    private static HttpClientOptions options() {
        return new HttpClientOptions().setConnectTimeout(CONNECT_MS).setKeepAlive(true);
    }

    @PreDestroy
    void close() {
        requests.close();
        tunnel.close();
    }
}
