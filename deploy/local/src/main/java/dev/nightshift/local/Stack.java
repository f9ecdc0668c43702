package dev.nightshift.local;

import dev.nightshift.local.kafka.KafkaSettings;
import dev.nightshift.local.kafka.LocalKafka;
import dev.nightshift.local.mail.LocalMail;
import dev.nightshift.local.postgres.LocalPostgres;
import dev.nightshift.local.postgres.PostgresSettings;
import dev.nightshift.local.process.Component;
import dev.nightshift.local.process.Supervised;
import dev.nightshift.local.service.Service;
import dev.nightshift.local.service.ServiceAddresses;
import dev.nightshift.local.service.ServiceProcess;
import dev.nightshift.local.settings.Settings;
import dev.nightshift.local.status.StackFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Everything that runs: PostgreSQL and Kafka, then the services, all kept alive; stopped in the opposite order. */
final class Stack {
    static final String DATABASE = "nightshift";

    private static final Duration READY = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Settings settings;
    private final DataFolder data;
    private final ServiceAddresses addresses;
    private final Progress progress;
    private final List<Supervised> running = new CopyOnWriteArrayList<>();
    private @Nullable LocalMail mail;
    private boolean stopped;
    private volatile boolean ready;

    Stack(Settings settings, DataFolder data, ServiceAddresses addresses, PrintStream out) {
        this.settings = settings;
        this.data = data;
        this.addresses = addresses;
        this.progress = new Progress(out, this::writeDown);
    }

    /** Starts everything and returns when all of it is ready. What has started by then must be stopped by the caller. */
    void start(Map<String, String> secrets) throws IOException, InterruptedException, SQLException {
        Path logs = data.path().resolve("logs");
        LocalKafka kafka = new LocalKafka(
                new KafkaSettings(data.path().resolve("kafka"), logs.resolve("kafka.log"), settings.kafkaPort()));
        Supervised broker = run(kafka);
        LocalPostgres postgres = LocalPostgres.prepare(new PostgresSettings(
                data.path().resolve("postgres"), logs.resolve("postgres.log"), settings.postgresPort(), true));
        awaitReady(run(postgres));
        postgres.createDatabase(DATABASE);
        mail = LocalMail.start(settings.smtpPort());
        progress.ready("smtp");
        awaitReady(broker);
        kafka.createTopics();
        startServices(
                Map.of(
                        "NIGHTSHIFT_DB_URL", postgres.address() + "/" + DATABASE,
                        "NIGHTSHIFT_DB_USER", LocalPostgres.USER,
                        "NIGHTSHIFT_DB_PASSWORD", postgres.password(),
                        "NIGHTSHIFT_KAFKA", kafka.address(),
                        "NIGHTSHIFT_SERVICE_SECRET", data.serviceSecret()),
                secrets);
    }

    /** Whether everything has been ready once. */
    boolean isReady() {
        return ready;
    }

    String sinceBegin() {
        return progress.sinceBegin();
    }

    private void startServices(Map<String, String> backing, Map<String, String> doorOnly)
            throws IOException, InterruptedException {
        List<Supervised> services = new ArrayList<>();
        for (Service service : Service.all()) {
            Map<String, String> variables = new HashMap<>(backing);
            if (service == Service.AGENT_API) {
                variables.putAll(doorOnly);
                variables.putAll(settings.mail());
            }
            services.add(run(new ServiceProcess(service, settings, addresses, variables)));
        }
        AtTheSameTime.forEach(services, this::awaitReady);
        ready = true;
    }

    private synchronized Supervised run(Component component) throws IOException, InterruptedException {
        if (stopped) {
            throw new InterruptedException("stopping");
        }
        Supervised supervised = Supervised.start(component, progress);
        running.add(supervised);
        writeDown();
        return supervised;
    }

    private void awaitReady(Supervised supervised) throws IOException, InterruptedException {
        supervised.awaitReady(READY);
        progress.ready(supervised.component().name());
    }

    /** Services first, so that they can finish what they commit and publish; then Kafka, then PostgreSQL. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        List<Supervised> services = running.stream()
                .filter(part -> part.component() instanceof ServiceProcess)
                .toList();
        List<Supervised> others = running.stream()
                .filter(part -> !services.contains(part))
                .sorted(Comparator.comparing(part -> part.component().name()))
                .toList();
        List<Thread> stopping = services.stream()
                .map(service -> Thread.ofPlatform().start(() -> stop(service)))
                .toList();
        stopping.forEach(Stack::join);
        others.forEach(Stack::stop);
        if (mail != null) {
            mail.close();
        }
        writeDown();
    }

    private static void stop(Supervised part) {
        try {
            part.stop(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void writeDown() {
        try {
            new StackFile(
                            settings.url(),
                            StackFile.Entry.of("launcher", 0, ownPid()),
                            entry("kafka", settings.kafkaPort()),
                            entry("postgres", settings.postgresPort()),
                            StackFile.Entry.of("smtp", settings.smtpPort(), mail == null || stopped ? null : ownPid()),
                            Service.all().stream()
                                    .map(service -> entry(service.module(), addresses.port(service)))
                                    .toList())
                    .write(data.path());
        } catch (IOException e) {
            throw new UncheckedIOException("what runs could not be written down", e);
        }
    }

    private StackFile.Entry entry(String name, int port) {
        return StackFile.Entry.of(
                name,
                port,
                running.stream()
                        .filter(part -> part.component().name().equals(name))
                        .map(Supervised::pid)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private static Long ownPid() {
        return ProcessHandle.current().pid();
    }
}
