package dev.nightshift.local;

import dev.nightshift.local.service.ServiceAddresses;
import dev.nightshift.local.settings.Settings;
import dev.nightshift.local.settings.WrongSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** {@code Launcher [--fresh]}, run in the root of the clone: starts the product on this machine and keeps it running until it is told to end. */
final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        try {
            run(Path.of("").toAbsolutePath(), List.of(arguments).contains("--fresh"));
        } catch (WrongSetting | CannotStart e) {
            fail(String.valueOf(e.getMessage()));
        } catch (IOException | SQLException e) {
            fail("Nightshift did not start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Path root, boolean fresh)
            throws WrongSetting, CannotStart, IOException, InterruptedException, SQLException {
        Settings settings = Settings.read(root, System.getenv());
        DataFolder data = DataFolder.hold(settings.dataDir());
        data.awaitEndOfLastRun();
        new Preflight(settings).check();
        if (fresh) {
            System.out.println("Deleting everything in " + data.path());
            data.wipe();
        }
        FirstSignIn signIn = new FirstSignIn(settings.dataDir());
        Map<String, String> doorOnly = signIn.password(settings.adminPassword())
                .map(password -> Map.of(Settings.ADMIN_PASSWORD, password))
                .orElse(Map.of());
        Stack stack = new Stack(settings, data, ServiceAddresses.choose(settings), System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack)));
        stack.start(doorOnly);
        System.out.println();
        System.out.println("Nightshift is ready after " + stack.sinceBegin() + ": " + settings.url());
        System.out.println(
                settings.hasAccounts()
                        ? signIn.words(settings.adminPassword())
                        : "Sign-in as NIGHTSHIFT_AUTH_MODE says.");
        System.out.println("Ctrl-C stops everything. Logs: " + data.path().resolve("logs"));
        Thread.currentThread().join();
    }

    private static void end(Stack stack) {
        if (!stack.isReady()) {
            stack.stop();
            return;
        }
        System.out.println("Stopping");
        stack.stop();
        System.out.println("Stopped");
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
