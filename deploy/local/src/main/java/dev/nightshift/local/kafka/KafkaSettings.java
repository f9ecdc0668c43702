package dev.nightshift.local.kafka;

import java.nio.file.Path;

/**
 * One broker.
 *
 * @param folder where its records are kept, also over restarts
 * @param log where it writes what goes wrong
 * @param port on the loopback address
 */
public record KafkaSettings(Path folder, Path log, int port) {
    public KafkaSettings {
        folder = folder.toAbsolutePath();
        log = log.toAbsolutePath();
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }
}
