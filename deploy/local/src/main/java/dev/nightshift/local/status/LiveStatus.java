package dev.nightshift.local.status;

import dev.nightshift.local.kafka.KafkaSettings;
import dev.nightshift.local.kafka.LocalKafka;
import dev.nightshift.local.postgres.LocalPostgres;
import dev.nightshift.local.postgres.PostgresSettings;
import dev.nightshift.local.process.Ports;
import dev.nightshift.local.service.Readiness;
import dev.nightshift.local.service.Service;
import dev.nightshift.local.settings.Settings;
import dev.nightshift.local.status.StackFile.Entry;
import dev.nightshift.local.status.StackStatus.Backing;
import dev.nightshift.local.status.StackStatus.ServiceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks every part whether it works, all at the same time. What has no living process is not asked. */
final class LiveStatus {
    private static final Executor EACH = Executors.newVirtualThreadPerTaskExecutor();

    private final Settings settings;
    private final StackFile stack;

    LiveStatus(Settings settings) throws IOException {
        this.settings = settings;
        this.stack = StackFile.read(settings.dataDir()).orElseGet(() -> neverStarted(settings));
    }

    StackStatus ask() {
        Path logs = settings.dataDir().resolve("logs");
        LocalKafka kafka = new LocalKafka(new KafkaSettings(
                settings.dataDir().resolve("kafka"),
                logs.resolve("kafka.log"),
                stack.kafka().port()));
        PostgresSettings postgres = new PostgresSettings(
                settings.dataDir().resolve("postgres"),
                logs.resolve("postgres.log"),
                stack.postgres().port(),
                true);
        CompletableFuture<Backing> kafkaStatus = backing(stack.kafka(), kafka::ready);
        CompletableFuture<Backing> postgresStatus = backing(stack.postgres(), () -> LocalPostgres.answers(postgres));
        CompletableFuture<Backing> smtpStatus = backing(
                stack.smtp(), () -> Ports.answers(Ports.LOOPBACK, stack.smtp().port()));
        List<CompletableFuture<ServiceStatus>> services =
                stack.services().stream().map(this::service).toList();
        return StackStatus.of(
                stack.url(),
                kafkaStatus.join(),
                postgresStatus.join(),
                smtpStatus.join(),
                services.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<Backing> backing(Entry entry, BooleanSupplier probe) {
        String address = Ports.LOOPBACK + ":" + entry.port();
        @Nullable Long pid = livingPid(entry);
        return CompletableFuture.supplyAsync(
                () -> new Backing(address, pid, pid != null && probe.getAsBoolean()), EACH);
    }

    private CompletableFuture<ServiceStatus> service(Entry entry) {
        boolean door = entry.name().equals(Service.AGENT_API.module());
        String url = door ? stack.url() : "http://" + Ports.LOOPBACK + ":" + entry.port();
        @Nullable Long pid = livingPid(entry);
        return CompletableFuture.supplyAsync(
                () -> new ServiceStatus(entry.name(), pid, entry.port(), pid != null && Readiness.of(url)), EACH);
    }

    private static @Nullable Long livingPid(Entry entry) {
        return entry.process().map(ProcessHandle::pid).orElse(null);
    }

    private static StackFile neverStarted(Settings settings) {
        return new StackFile(
                settings.url(),
                Entry.of("launcher", 0, null),
                Entry.of("kafka", settings.kafkaPort(), null),
                Entry.of("postgres", settings.postgresPort(), null),
                Entry.of("smtp", settings.smtpPort(), null),
                Service.all().stream()
                        .map(service -> Entry.of(service.module(), settings.port() + service.ordinal(), null))
                        .toList());
    }
}
