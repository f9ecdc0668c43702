package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real Keycloak with the realm of {@code keycloak/nightshift-realm.json}, unpacked by the build under target. */
final class Keycloak implements AutoCloseable {
    static final String CLIENT = "nightshift-web";
    static final String SECRET = "the secret of the web client";

    private static final String ADMIN = "admin";
    private static final String PASSWORD = "admin-password";
    private static final Duration START = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final int port;
    private Process process;

    private Keycloak(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Not started yet, but with an address. */
    static Keycloak onAFreePort() throws IOException {
        try (Stream<Path> unpacked = Files.list(LocalStack.ROOT.resolve("deploy/e2e/target/keycloak"));
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
            return new Keycloak(home, socket.getLocalPort());
        }
    }

    String issuer() {
        return url() + "/realms/nightshift";
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it with a fresh realm whose client may send people back to this address. */
    void start(String nightshift) throws IOException {
        forget(home.resolve("data"));
        Path realm = Files.createDirectories(home.resolve("data/import")).resolve("nightshift-realm.json");
        try (InputStream template = Keycloak.class.getResourceAsStream("/keycloak/nightshift-realm.json")) {
            Files.writeString(
                    realm,
                    new String(template.readAllBytes(), StandardCharsets.UTF_8).replace("@NIGHTSHIFT@", nightshift));
        }
        launch();
    }

    private void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        PASSWORD));
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        Awaitility.await()
                .atMost(START)
                .pollInterval(Duration.ofMillis(500))
                .failFast("Keycloak ended, see " + home.resolve("keycloak.log"), () -> !process.isAlive())
                .ignoreExceptions()
                .until(() ->
                        get(issuer() + "/.well-known/openid-configuration", "").statusCode() == 200);
    }

    /** An access token that a person gets with a command line of this client. */
    String accessToken(String client, String username) throws IOException, InterruptedException {
        return token(
                issuer(),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "username",
                        username,
                        "password",
                        username + "-password",
                        "scope",
                        "openid"));
    }

    void removeFromGroup(String username, String group) throws IOException, InterruptedException {
        String admin = token(
                url() + "/realms/master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", PASSWORD));
        String realm = url() + "/admin/realms/nightshift";
        String user = first(get(realm + "/users?exact=true&username=" + username, admin));
        String found = first(get(realm + "/groups?exact=true&search=" + group, admin));
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/users/" + user + "/groups/" + found))
                .header("Authorization", "Bearer " + admin)
                .DELETE()
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("leaving a group: " + answer.statusCode() + " " + answer.body());
        }
    }

    private static String first(HttpResponse<String> list) throws IOException {
        return Door.JSON.readTree(list.body()).path(0).path("id").asText();
    }

    private HttpResponse<String> get(String address, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token(String realm, Map<String, String> form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode tokens = Door.JSON.readTree(answer.body());
        if (!tokens.has("access_token")) {
            throw new IllegalStateException("no token: " + answer.statusCode() + " " + answer.body());
        }
        return tokens.path("access_token").asText();
    }

    private static void forget(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** The script and the Java process that it started. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
