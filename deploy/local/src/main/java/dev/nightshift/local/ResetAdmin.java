package dev.nightshift.local;

import dev.nightshift.local.postgres.LocalPostgres;
import dev.nightshift.local.postgres.PostgresSettings;
import dev.nightshift.local.process.Command;
import dev.nightshift.local.process.Supervised;
import dev.nightshift.local.service.Service;
import dev.nightshift.local.service.ServiceProcess;
import dev.nightshift.local.settings.Settings;
import dev.nightshift.local.settings.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ResetAdmin [username]}, run in the root of the clone: gives an admin who is locked out a new password. It works
 * while the product runs, and starts PostgreSQL for the moment where it does not.
 */
final class ResetAdmin {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    private ResetAdmin() {}

    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.read(Path.of("").toAbsolutePath(), System.getenv());
            System.exit(run(settings, List.of(arguments)));
        } catch (WrongSetting | CannotStart e) {
            fail(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            fail("The password was not reset: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(Settings settings, List<String> arguments)
            throws CannotStart, IOException, InterruptedException {
        PostgresSettings postgres = postgres(settings);
        if (!Files.exists(postgres.folder().resolve("data/PG_VERSION"))) {
            throw new CannotStart("There is no account yet in " + settings.dataDir() + ": start with ./nightshift up");
        }
        if (LocalPostgres.answers(postgres)) {
            return reset(settings, LocalPostgres.prepare(postgres), arguments);
        }
        DataFolder.hold(settings.dataDir()).awaitEndOfLastRun();
        LocalPostgres stopped = LocalPostgres.prepare(postgres);
        Supervised running = Supervised.start(stopped, new Progress(System.out, () -> {}));
        try {
            running.awaitReady(READY);
            return reset(settings, stopped, arguments);
        } finally {
            running.stop(STOP);
        }
    }

    private static PostgresSettings postgres(Settings settings) {
        return new PostgresSettings(
                settings.dataDir().resolve("postgres"),
                settings.dataDir().resolve("logs/postgres.log"),
                settings.postgresPort(),
                true);
    }

    /** The service that owns the accounts does it; its answer goes to the terminal. */
    private static int reset(Settings settings, LocalPostgres postgres, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("-Xmx96m", "-jar"));
        words.add(ServiceProcess.jar(settings.root(), Service.AGENT_API).toString());
        words.add("reset-admin");
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(Command.java(words.toArray(String[]::new))).inheritIO();
        Command.keepToItself(builder.environment());
        builder.environment()
                .putAll(Map.of(
                        "NIGHTSHIFT_DB_URL",
                        postgres.address() + "/" + Stack.DATABASE,
                        "NIGHTSHIFT_DB_USER",
                        LocalPostgres.USER,
                        "NIGHTSHIFT_DB_PASSWORD",
                        postgres.password(),
                        "NIGHTSHIFT_DATA_DIR",
                        settings.dataDir().toString()));
        return builder.start().waitFor();
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
