package dev.nightshift.local;

import dev.nightshift.local.process.Folders;
import dev.nightshift.local.process.PrivateFile;
import dev.nightshift.local.status.StackFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The folder where everything is kept, its owner's alone, held by one launcher at a time. */
final class DataFolder {
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Path path;

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // Held as long as the launcher lives.
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder; fails at once where another launcher has it. */
    static DataFolder hold(Path path) throws IOException, CannotStart {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(path.resolve("run"));
        } catch (IOException e) {
            throw new CannotStart("NIGHTSHIFT_DATA_DIR cannot be written: " + path);
        }
        FileChannel channel =
                FileChannel.open(path.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            throw new CannotStart(
                    "Nightshift is already running with this data folder (" + path + "): see ./nightshift status");
        }
        return new DataFolder(path, lock);
    }

    /** Waits for processes of a launcher that was killed; they notice it within seconds. The last are killed. */
    void awaitEndOfLastRun() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!leftOver().isEmpty() && System.nanoTime() - deadline < 0) {
            Thread.sleep(100);
        }
        leftOver().forEach(ProcessHandle::destroyForcibly);
    }

    private List<ProcessHandle> leftOver() throws IOException {
        return StackFile.read(path).stream()
                .flatMap(stack -> stack.children().stream())
                .flatMap(entry -> entry.process().stream())
                .toList();
    }

    /** Deletes all that is kept. A folder that holds something else is left alone. */
    void wipe() throws IOException, CannotStart {
        List<Path> inside;
        try (Stream<Path> files = Files.list(path)) {
            inside = files.filter(file -> !file.equals(path.resolve("run"))).toList();
        }
        if (!inside.isEmpty() && !Files.exists(path.resolve("service-secret"))) {
            throw new CannotStart("NIGHTSHIFT_DATA_DIR does not look like a data folder of Nightshift, so nothing in it"
                    + " is deleted: " + path);
        }
        try (Stream<Path> files = Files.list(path.resolve("run"))) {
            for (Path file : files.filter(file -> !file.endsWith("lock")).toList()) {
                Folders.delete(file);
            }
        }
        for (Path file : inside) {
            Folders.delete(file);
        }
    }

    /** What the services prove themselves with to each other. */
    String serviceSecret() throws IOException {
        return PrivateFile.secret(path.resolve("service-secret"));
    }

    Path path() {
        return path;
    }
}
