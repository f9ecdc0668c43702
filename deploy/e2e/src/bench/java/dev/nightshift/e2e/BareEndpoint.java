package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What no page can be faster than: its statement behind a minimal Quarkus endpoint, in a process like agent-api's. */
final class BareEndpoint implements AutoCloseable {
    private static final Path JAR = LocalStack.ROOT.resolve("deploy/floor/target/quarkus-app/quarkus-run.jar");

    private final Process process;
    private final int port;

    private BareEndpoint(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** {@code statements}: each with the name that it is asked for by. */
    static BareEndpoint start(LocalStack stack, StackDatabase database, ObjectNode statements) throws Exception {
        Path file = Files.writeString(stack.data().resolve("floor.json"), statements.toString());
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command(stack))
                .redirectErrorStream(true)
                .redirectOutput(stack.data().resolve("logs/floor.log").toFile());
        builder.environment().putAll(Map.of(
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                        "vertx-reactive:postgresql://" + database.address() + "/nightshift?search_path=agent_api",
                "QUARKUS_DATASOURCE_USERNAME", StackDatabase.USER,
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "FLOOR_STATEMENTS", file.toString(),
                "MALLOC_ARENA_MAX", "2"));
        BareEndpoint endpoint = new BareEndpoint(builder.start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(endpoint::close));
        URI first = endpoint.of(statements.fieldNames().next());
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> answers(first));
        return endpoint;
    }

    URI of(String name) {
        return URI.create("http://127.0.0.1:" + port + "/" + name);
    }

    /** The Java of agent-api with all its options. */
    private static List<String> command(LocalStack stack) throws IOException, InterruptedException {
        ProcessHandle.Info service =
                ProcessHandle.of(stack.pid("agent-api")).orElseThrow().info();
        List<String> arguments = Arrays.asList(service.arguments().orElseThrow());
        List<String> command = new ArrayList<>(List.of(service.command().orElseThrow()));
        command.addAll(arguments.subList(0, arguments.indexOf("-jar")));
        command.addAll(List.of("-jar", JAR.toString()));
        return command;
    }

    private static boolean answers(URI uri) throws IOException {
        return ((HttpURLConnection) uri.toURL().openConnection()).getResponseCode() == 200;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
