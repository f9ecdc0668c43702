package dev.nightshift.sandbox.node;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * This node and this process of it. The node is its data folder: whoever holds the lock there is the node, so every
 * earlier process of the same node is known to be dead.
 */
@ApplicationScoped
public class NodeIdentity {
    private static final int SHORT = 8;

    private final Path folder;
    private final UUID node;
    private final UUID instance = UUID.randomUUID();
    private final FileChannel lockFile;
    private final FileLock lock;

    @Inject
    NodeIdentity(@ConfigProperty(name = "nightshift.data-dir") Path dataFolder) {
        this.folder = dataFolder.toAbsolutePath().resolve("sandbox");
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            this.lockFile =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            this.lock = held(tryLock(lockFile));
            this.node = readOrChoose(folder.resolve("node"));
        } catch (IOException e) {
            throw new UncheckedIOException("NIGHTSHIFT_DATA_DIR: the folder " + folder + " cannot be used", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private FileLock held(@Nullable FileLock lock) {
        if (lock == null) {
            throw new IllegalStateException(
                    "NIGHTSHIFT_DATA_DIR: another sandbox service works in the folder " + folder);
        }
        return lock;
    }

    private static UUID readOrChoose(Path file) throws IOException {
        if (Files.exists(file)) {
            return UUID.fromString(Files.readString(file).strip());
        }
        UUID chosen = UUID.randomUUID();
        Files.writeString(file, chosen.toString());
        return chosen;
    }

    /** The private folder of this node. */
    public Path folder() {
        return folder;
    }

    /** The same over restarts. */
    public UUID node() {
        return node;
    }

    /** Another one after every restart. */
    public UUID instance() {
        return instance;
    }

    /** A few letters of the node, for names on this machine. */
    public String shortName() {
        return node.toString().substring(0, SHORT);
    }

    @PreDestroy
    void release() throws IOException {
        lock.release();
        lockFile.close();
    }
}
