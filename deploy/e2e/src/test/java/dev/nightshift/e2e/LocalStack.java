package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The local stack as a person starts it, on free ports and a data folder of its own. */
final class LocalStack implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final Path ROOT = root();

    private static final Duration START = Duration.ofMinutes(3);

    private final Process launcher;
    private final Path data;
    private final Map<String, String> environment;
    private final Map<String, Long> stopped = new HashMap<>();

    private LocalStack(Process launcher, Path data, Map<String, String> environment) {
        this.launcher = launcher;
        this.data = data;
        this.environment = environment;
    }

    static LocalStack start(Map<String, String> settings) throws IOException {
        Path data = Files.createTempDirectory("nightshift-e2e");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("NIGHTSHIFT_DATA_DIR", data.toString());
        environment.put("NIGHTSHIFT_ADMIN_PASSWORD", PASSWORD);
        List<Integer> ports = freePorts(4);
        environment.put("NIGHTSHIFT_PORT", ports.get(0).toString());
        environment.put("NIGHTSHIFT_KAFKA_PORT", ports.get(1).toString());
        environment.put("NIGHTSHIFT_POSTGRES_PORT", ports.get(2).toString());
        environment.put("NIGHTSHIFT_SMTP_PORT", ports.get(3).toString());
        environment.putAll(settings);
        return start(data, environment);
    }

    private static LocalStack start(Path data, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ROOT.resolve("deploy/local/target/stack") + "/*",
                        "dev.nightshift.local.Launcher")
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("launcher.log").toFile());
        builder.environment().putAll(environment);
        LocalStack stack = new LocalStack(builder.start(), data, environment);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.awaitReady(START);
        return stack;
    }

    void awaitReady(Duration atMost) {
        Awaitility.await()
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(250))
                .failFast(this::launcherLives)
                .ignoreExceptions()
                .until(() -> status().path("ready").asBoolean());
    }

    private void launcherLives() {
        if (!launcher.isAlive()) {
            throw new IllegalStateException("the launcher ended: " + log());
        }
    }

    String url() {
        return "http://127.0.0.1:" + environment.get("NIGHTSHIFT_PORT");
    }

    String kafka() {
        return "127.0.0.1:" + environment.get("NIGHTSHIFT_KAFKA_PORT");
    }

    Path data() {
        return data;
    }

    long launcherPid() {
        return launcher.pid();
    }

    /** What {@code ./nightshift status --json} prints. */
    JsonNode status() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(ROOT.resolve("nightshift").toString(), "status", "--json")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        byte[] printed = process.getInputStream().readAllBytes();
        process.waitFor(20, TimeUnit.SECONDS);
        return Door.JSON.readTree(printed);
    }

    /** The process of a service (its module's folder), of {@code kafka} or of {@code postgres}. */
    long pid(String name) throws IOException, InterruptedException {
        JsonNode status = status();
        for (JsonNode service : status.path("services")) {
            if (service.path("name").asText().equals(name)) {
                return service.path("pid").asLong();
            }
        }
        return status.path(name).path("pid").asLong();
    }

    /** {@code kill -9}. */
    void kill(String name) throws IOException, InterruptedException {
        signal("KILL", name);
    }

    /** Sends a signal to a service (its module's folder), to {@code kafka} or to {@code postgres} and its backends. */
    void signal(String signal, String name) throws IOException, InterruptedException {
        Long known = stopped.remove(name);
        long pid = known == null ? pid(name) : known;
        if (pid <= 0) {
            throw new IllegalStateException(name + " has no process: " + status());
        }
        if (signal.equals("STOP")) {
            stopped.put(name, pid);
        }
        Stream<ProcessHandle> children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        List<String> pids = Stream.concat(Stream.of(pid), children.map(ProcessHandle::pid))
                .map(String::valueOf)
                .toList();
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        command.addAll(signal.equals("KILL") ? pids.subList(0, 1) : pids);
        new ProcessBuilder(command).start().waitFor();
    }

    String log() {
        try {
            return Files.readString(data.resolve("launcher.log"));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(40, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Below the range that the system gives to outgoing connections, which could take one before we do. */
    private static List<Integer> freePorts(int count) {
        return ThreadLocalRandom.current()
                .ints(15_000, 30_000)
                .map(port -> port / 10 * 10)
                .distinct()
                .filter(LocalStack::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path root() {
        String given = System.getProperty("nightshift.root");
        Path path = Path.of(given == null ? "." : given).toAbsolutePath().normalize();
        while (!Files.exists(path.resolve("nightshift"))) {
            path = path.getParent();
        }
        return path;
    }
}
