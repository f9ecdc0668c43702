package dev.nightshift.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One more process of a service, beside the one that a local stack runs: same database and broker, own folder. */
final class SecondNode implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;
    private final int port;

    private SecondNode(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts it; {@link #awaitReady} waits for it.
     *
     * @param service its module's folder
     * @param addresses variables that name other services where they are not the stack's
     */
    static SecondNode start(LocalStack stack, String service, Map<String, String> addresses)
            throws IOException, InterruptedException {
        int port = freePort();
        Path folder = Files.createTempDirectory("nightshift-second-node");
        Path log = folder.resolve(service + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx192m",
                        "-jar",
                        LocalStack.ROOT
                                .resolve(service)
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.putAll(settings(stack));
        environment.putAll(addresses);
        environment.put("NIGHTSHIFT_DATA_DIR", folder.toString());
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        return new SecondNode(builder.start(), log, port);
    }

    /** What the launcher gives to its services. */
    private static Map<String, String> settings(LocalStack stack) throws IOException, InterruptedException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "NIGHTSHIFT_DB_URL",
                stack.status().path("postgres").path("address").asText() + "/nightshift");
        settings.put("NIGHTSHIFT_DB_USER", "nightshift");
        settings.put("NIGHTSHIFT_DB_PASSWORD", secret(stack, "postgres/password"));
        settings.put("NIGHTSHIFT_SERVICE_SECRET", secret(stack, "service-secret"));
        settings.put("NIGHTSHIFT_KAFKA", stack.kafka());
        settings.put("NIGHTSHIFT_PARENT_WATCH", "true");
        settings.put("NIGHTSHIFT_SOURCE_ROOTS", SharedStack.documentsFolder().toString());
        settings.put("AGENTS_ENABLED", "true");
        settings.put("LC_ALL", "C.UTF-8");
        stack.status()
                .path("services")
                .forEach(service -> settings.put(
                        addressOf(service.path("name").asText()),
                        "http://127.0.0.1:" + service.path("port").asInt()));
        return settings;
    }

    private static String secret(LocalStack stack, String file) throws IOException {
        return Files.readString(stack.data().resolve(file)).strip();
    }

    /** The variable that holds a service's address. */
    static String addressOf(String service) {
        return "NIGHTSHIFT_" + service.replace("-service", "").replace('-', '_').toUpperCase(java.util.Locale.ROOT)
                + "_URL";
    }

    SecondNode awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create(url() + "/q/health/ready")).build();
        Awaitility.await()
                .atMost(START)
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("it ended: " + Files.readString(log));
                    }
                })
                .ignoreExceptions()
                .until(() ->
                        http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
