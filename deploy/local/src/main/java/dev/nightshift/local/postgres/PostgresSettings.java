package dev.nightshift.local.postgres;

import dev.nightshift.local.process.Ports;
import java.nio.file.Path;

/**
 * One PostgreSQL.
 *
 * @param folder where its data and its password are kept, also over restarts
 * @param log where it writes what goes wrong
 * @param port on the loopback address
 * @param durable whether a commit survives a power cut; only tests may do without
 */
public record PostgresSettings(Path folder, Path log, int port, boolean durable) {
    public PostgresSettings {
        folder = folder.toAbsolutePath();
        log = log.toAbsolutePath();
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    /** Host and port. */
    public String address() {
        return Ports.LOOPBACK + ":" + port;
    }
}
