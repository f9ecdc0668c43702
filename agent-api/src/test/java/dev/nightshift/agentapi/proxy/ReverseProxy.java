package dev.nightshift.agentapi.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import java.io.IOException;

/**
 * A reverse proxy in a process of its own, as an organisation would run one: it signs people in by itself (here: by a
 * cookie) and tells who it is in a header. It comes from 127.0.0.2. With the header {@code X-Naive} it forgets to take
 * away what the client sent.
 */
public final class ReverseProxy {
    static final String ADDRESS = "127.0.0.2";
    static final String USER = "X-Forwarded-User";
    static final String LOGIN = "proxy_login";

    private ReverseProxy() {}

    /** Argument: the port behind it. Prints its own port, and ends with its standard input. */
    public static void main(String[] args) throws IOException {
        Vertx vertx = Vertx.vertx();
        HttpProxy proxy = HttpProxy.reverseProxy(
                        vertx.createHttpClient(new HttpClientOptions().setLocalAddress(ADDRESS)))
                .origin(Integer.parseInt(args[0]), "127.0.0.1");
        vertx.createHttpServer()
                .requestHandler(request -> {
                    say(request);
                    proxy.handle(request);
                })
                .listen(0, "127.0.0.1")
                .onComplete(server -> System.out.println("port " + server.actualPort()), failure -> System.exit(1));
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private static void say(HttpServerRequest request) {
        if (!request.headers().contains("X-Naive")) {
            request.headers().remove(USER);
        }
        if (request.getCookie(LOGIN) != null) {
            request.headers().add(USER, request.getCookie(LOGIN).getValue());
        }
        request.headers().remove("Cookie");
    }
}
