package dev.nightshift.local;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

/** Stands for a service in tests of the launcher: says that it is ready, and ends with its standard input. */
final class FakeService {
    private FakeService() {}

    public static void main(String[] arguments) throws Exception {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(
                        System.getenv("QUARKUS_HTTP_HOST"), Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"))),
                0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        while (System.in.read() >= 0) {}
        System.exit(0);
    }
}
