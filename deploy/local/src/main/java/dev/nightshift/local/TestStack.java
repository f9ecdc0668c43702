package dev.nightshift.local;

import dev.nightshift.local.kafka.KafkaSettings;
import dev.nightshift.local.kafka.LocalKafka;
import dev.nightshift.local.postgres.LocalPostgres;
import dev.nightshift.local.postgres.PostgresSettings;
import dev.nightshift.local.process.Component;
import dev.nightshift.local.process.Folders;
import dev.nightshift.local.process.Ports;
import dev.nightshift.local.process.PrivateFile;
import dev.nightshift.local.process.Supervised;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * PostgreSQL and Kafka for tests, on free ports, their data in a temporary folder: {@code TestStack <file> [--detached]}.
 *
 * <p>Their addresses are written to the file as properties once they are ready. Everything ends with standard input, or
 * with {@code --detached} when the process is told to end.
 */
final class TestStack {
    private static final Duration READY = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(10);

    private static final Supervised.Observer QUIET = new Supervised.Observer() {
        @Override
        public void started(Component component) {}

        @Override
        public void ended(Component component, String reason) {
            System.err.println(component.name() + " ended with " + reason + " and is started again");
        }

        @Override
        public void recovered(Component component, Duration after) {}
    };

    private final LocalPostgres postgres;
    private final LocalKafka kafka;

    private TestStack(LocalPostgres postgres, LocalKafka kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    public static void main(String[] arguments) throws Exception {
        Path addresses = Path.of(arguments[0]).toAbsolutePath();
        boolean detached = arguments.length > 1 && arguments[1].equals("--detached");
        Path folder = Files.createTempDirectory("nightshift-test-stack-");
        TestStack stack = prepare(folder);
        Supervised kafka = Supervised.start(stack.kafka, QUIET);
        Supervised postgres = Supervised.start(stack.postgres, QUIET);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(kafka, postgres, folder)));
        postgres.awaitReady(READY);
        kafka.awaitReady(READY);
        PrivateFile.write(addresses, stack.addresses());
        System.out.println("ready " + addresses);
        if (detached) {
            Thread.currentThread().join();
        }
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    private static TestStack prepare(Path folder) throws IOException, InterruptedException {
        LocalPostgres postgres = LocalPostgres.prepare(
                new PostgresSettings(folder.resolve("postgres"), folder.resolve("postgres.log"), Ports.free(), false));
        LocalKafka kafka =
                new LocalKafka(new KafkaSettings(folder.resolve("kafka"), folder.resolve("kafka.log"), Ports.free()));
        return new TestStack(postgres, kafka);
    }

    private String addresses() {
        return String.join(
                "\n",
                "postgres.address=" + postgres.address(),
                "postgres.user=" + LocalPostgres.USER,
                "postgres.password=" + postgres.password(),
                "kafka.address=" + kafka.address());
    }

    private static void stop(Supervised kafka, Supervised postgres, Path folder) {
        try {
            kafka.stop(Duration.ZERO);
            postgres.stop(STOP);
            Folders.delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("the folder of the test stack is left: " + folder);
        }
    }
}
