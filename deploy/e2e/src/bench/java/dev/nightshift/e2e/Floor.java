package dev.nightshift.e2e;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What nothing can be faster than: the bare sandboxed process, the commits and the records, one after the other. */
final class Floor implements AutoCloseable {
    private static final String TOPIC = "bench-floor";
    private static final byte[] VALUE = new byte[600];
    private static final List<String> SANDBOX = List.of(
            "bwrap",
            "--unshare-all",
            "--die-with-parent",
            "--ro-bind",
            "/usr",
            "/usr",
            "--symlink",
            "usr/bin",
            "/bin",
            "--symlink",
            "usr/lib",
            "/lib",
            "--symlink",
            "usr/lib64",
            "/lib64",
            "--proc",
            "/proc",
            "--dev",
            "/dev",
            "--tmpfs",
            "/tmp",
            "/bin/bash",
            "-c",
            "echo bench");

    /** Commits of the database and acknowledged records of the broker, counted by the two themselves. */
    record Counts(long commits, long records) {
        Counts since(Counts before) {
            return new Counts(commits - before.commits, records - before.records);
        }

        Counts dividedBy(int runs) {
            return new Counts(Math.round((double) commits / runs), Math.round((double) records / runs));
        }
    }

    private final String jdbc;
    private final String password;
    private final String bootstrap;
    private final KafkaProducer<byte[], byte[]> producer;

    private Floor(String jdbc, String password, String bootstrap) {
        this.jdbc = jdbc;
        this.password = password;
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static Floor of(LocalStack stack) throws Exception {
        String address = stack.status().path("postgres").path("address").asText();
        String password = Files.readString(stack.data().resolve("postgres/password")).strip();
        Floor floor = new Floor("jdbc:postgresql://" + address + "/nightshift", password, stack.kafka());
        try (Connection connection = floor.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("create table if not exists bench.floor (id bigserial primary key, value bytea)");
        }
        try (Admin admin = floor.admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1))).all().get();
        }
        return floor;
    }

    Counts counts() throws SQLException, ExecutionException, InterruptedException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select pg_stat_clear_snapshot(), xact_commit from pg_stat_database where datname = 'nightshift'")) {
            found.next();
            return new Counts(found.getLong("xact_commit"), recordsSoFar());
        }
    }

    /** Milliseconds of each of so many floors, sorted. */
    List<Double> oneByOne(Counts each, int count) throws Exception {
        List<Double> took = new ArrayList<>();
        try (Connection connection = connect()) {
            for (int i = 0; i < count; i++) {
                long begin = System.nanoTime();
                one(each, connection);
                took.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return took.stream().sorted().toList();
    }

    double perSecond(Counts each, int count, int atOnce) throws Exception {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < atOnce; t++) {
                int share = count / atOnce;
                all.add(threads.submit(() -> {
                    try (Connection connection = connect()) {
                        for (int i = 0; i < share; i++) {
                            one(each, connection);
                        }
                    }
                    return share;
                }));
            }
            for (Future<?> done : all) {
                done.get();
            }
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private void one(Counts each, Connection connection) throws Exception {
        Process process = new ProcessBuilder(SANDBOX).start();
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into bench.floor (value) values (?)")) {
            for (int i = 0; i < each.commits(); i++) {
                insert.setBytes(1, VALUE);
                insert.executeUpdate();
            }
        }
        for (int i = 0; i < each.records(); i++) {
            producer.send(new ProducerRecord<>(TOPIC, VALUE)).get();
        }
    }

    private long recordsSoFar() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Collection<String> topics = admin.listTopics().names().get();
            Map<TopicPartition, OffsetSpec> ends = new java.util.HashMap<>();
            admin.describeTopics(topics).allTopicNames().get().forEach((topic, description) -> description
                    .partitions()
                    .forEach(p -> ends.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    private Admin admin() {
        return Admin.create(Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbc, "nightshift", password);
    }

    @Override
    public void close() {
        producer.close();
    }
}
