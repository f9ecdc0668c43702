package dev.nightshift.local.kafka;

import dev.nightshift.local.process.Command;
import dev.nightshift.local.process.Component;
import dev.nightshift.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka broker on the loopback address, in a JVM of its own, whose records are kept. */
public final class LocalKafka implements Component {
    private final KafkaSettings settings;

    public LocalKafka(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Spawned spawn() throws IOException {
        Files.createDirectories(settings.folder());
        ProcessBuilder command = Command.of(
                Command.java(
                        "-Xmx256m",
                        "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaBroker.class.getName(),
                        settings.folder().toString(),
                        String.valueOf(settings.port()),
                        String.valueOf(Ports.free())),
                settings.log());
        Command.keepToItself(command.environment());
        return new Spawned(command.start());
    }

    @Override
    public boolean ready() {
        if (!Ports.answers(Ports.LOOPBACK, settings.port())) {
            return false;
        }
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    @Override
    public Path log() {
        return settings.log();
    }

    public String address() {
        return Ports.LOOPBACK + ":" + settings.port();
    }

    /** Creates the topics of the product that are missing; those that exist stay as they are. */
    public void createTopics() throws IOException, InterruptedException {
        try (Admin admin = admin()) {
            ProductTopics.create(admin);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                15_000));
    }
}
