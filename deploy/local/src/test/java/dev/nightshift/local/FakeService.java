package dev.nightshift.local;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Stands for a service in tests of the launcher: says that it is ready, and ends with its standard input. With arguments
 * it says them, and which database it reaches.
 */
final class FakeService {
    private FakeService() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            String[] database = System.getenv("NIGHTSHIFT_DB_URL").split("[:/]", -1);
            new Socket(database[0], Integer.parseInt(database[1])).close();
            System.out.println(String.join(" ", arguments) + " in " + database[2]);
            return;
        }
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
