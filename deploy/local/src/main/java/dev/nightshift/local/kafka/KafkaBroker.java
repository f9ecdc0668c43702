package dev.nightshift.local.kafka;

import dev.nightshift.local.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One broker that is its own controller: {@code KafkaBroker <folder> <port> <controller port>}. */
final class KafkaBroker {
    private static final int NODE = 1;
    private static final Duration GRACE = Duration.ofSeconds(8);

    private KafkaBroker() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        int controllerPort = Integer.parseInt(arguments[2]);
        Path log = Files.createDirectories(folder.resolve("log"));
        format(folder, log);
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(properties(log, port, controllerPort), false), Time.SYSTEM);
        endWithParent();
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.awaitShutdown();
        System.exit(0);
    }

    private static void format(Path folder, Path log) throws Exception {
        Path clusterId = folder.resolve("cluster-id");
        if (!Files.exists(clusterId)) {
            PrivateFile.write(clusterId, Uuid.randomUuid().toString());
        }
        new Formatter()
                .setClusterId(Files.readString(clusterId).strip())
                .setNodeId(NODE)
                .setDirectories(List.of(log.toString()))
                .setMetadataLogDirectory(log.toString())
                .setControllerListenerName("CONTROLLER")
                .setIgnoreFormatted(true)
                .run();
    }

    private static Properties properties(Path log, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "log.dirs",
                log.toString()));
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1"));
        properties.putAll(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "auto.create.topics.enable", "false",
                // A broker that was killed may come back only when its last session is over.
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500",
                "num.io.threads", "4",
                "num.network.threads", "2",
                "log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024),
                "log.segment.bytes", String.valueOf(64 * 1024 * 1024)));
        return properties;
    }

    private static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {}
            } catch (IOException e) {
                // A broken pipe says the same as its end.
            }
            Thread.ofPlatform().daemon().name("parent-watch-grace").start(KafkaBroker::haltAfterGrace);
            System.exit(0);
        });
    }

    private static void haltAfterGrace() {
        try {
            Thread.sleep(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
