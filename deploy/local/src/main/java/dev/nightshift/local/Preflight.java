package dev.nightshift.local;

import dev.nightshift.local.process.Ports;
import dev.nightshift.local.service.Service;
import dev.nightshift.local.service.ServiceProcess;
import dev.nightshift.local.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What would make the start fail later, found before anything runs. */
final class Preflight {
    static final long NEEDED_MEGABYTES = 2_000;
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

    private final Settings settings;

    Preflight(Settings settings) {
        this.settings = settings;
    }

    void check() throws CannotStart {
        checkBuilt();
        checkMemory(availableMegabytes());
        checkHost();
        checkPort(settings.host(), settings.port(), Settings.PORT);
        checkPort(Ports.LOOPBACK, settings.kafkaPort(), Settings.KAFKA_PORT);
        checkPort(Ports.LOOPBACK, settings.postgresPort(), Settings.POSTGRES_PORT);
        checkPort(Ports.LOOPBACK, settings.smtpPort(), Settings.SMTP_PORT);
    }

    private void checkBuilt() throws CannotStart {
        List<String> missing = Service.all().stream()
                .filter(service -> !Files.exists(ServiceProcess.jar(settings.root(), service)))
                .map(Service::module)
                .toList();
        if (!missing.isEmpty()) {
            throw new CannotStart(
                    "not built: " + String.join(", ", missing) + ". ./nightshift up builds what is missing");
        }
    }

    static void checkMemory(Optional<Long> megabytes) throws CannotStart {
        if (megabytes.isPresent() && megabytes.get() < NEEDED_MEGABYTES) {
            throw new CannotStart("too little memory: Nightshift needs " + NEEDED_MEGABYTES + " MB, this machine has "
                    + megabytes.get() + " MB available");
        }
    }

    private void checkHost() throws CannotStart {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(settings.host()))) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(Settings.HOST + " is not an address of this machine: " + settings.host());
        }
    }

    private static void checkPort(String host, int port, String setting) throws CannotStart {
        if (!Ports.isFree(host, port)) {
            throw new CannotStart("port " + port + " is in use by another program: set " + setting + " to a free one");
        }
    }

    private static Optional<Long> availableMegabytes() {
        Path memory = Path.of("/proc/meminfo");
        try {
            return Files.exists(memory) ? megabytes(Files.readString(memory)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> megabytes(String meminfo) {
        Matcher matcher = AVAILABLE.matcher(meminfo);
        return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1)) / 1_024) : Optional.empty();
    }
}
