package dev.nightshift.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A log that does not grow for ever: at a start, one that has become large becomes the old one. */
final class LogFile {
    static final long LARGE_BYTES = 10L * 1024 * 1024;

    private LogFile() {}

    /** Makes room where there is too much; {@code name.log} becomes {@code name.log.old}. */
    static void rotate(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > LARGE_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
