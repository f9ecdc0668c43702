package dev.nightshift.local.status;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nightshift.local.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the launcher runs at this moment, as it writes it to {@code run/stack.json} of the data folder. */
public record StackFile(String url, Entry launcher, Entry kafka, Entry postgres, Entry smtp, List<Entry> services) {
    private static final JsonMapper JSON = new JsonMapper();

    public StackFile {
        services = List.copyOf(services);
    }

    /**
     * One process.
     *
     * @param port where it listens; 0 for the launcher
     * @param pid absent between two processes
     * @param startedMillis when the process started, which tells it from a later one with the same id
     */
    public record Entry(
            String name,
            int port,
            @Nullable Long pid,
            @Nullable Long startedMillis) {

        public static Entry of(String name, int port, @Nullable Long pid) {
            return new Entry(
                    name,
                    port,
                    pid,
                    pid == null
                            ? null
                            : ProcessHandle.of(pid).map(Entry::started).orElse(null));
        }

        /** The process, where it is still the same one. */
        public Optional<ProcessHandle> process() {
            return pid == null || startedMillis == null
                    ? Optional.empty()
                    : ProcessHandle.of(pid)
                            .filter(process -> process.isAlive() && !Zombies.has(process.pid()))
                            .filter(process -> startedMillis.equals(started(process)));
        }

        private static @Nullable Long started(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .map(start -> start.toEpochMilli())
                    .orElse(null);
        }
    }

    /** Every process but the launcher itself and what runs inside it. */
    public List<Entry> children() {
        return Stream.concat(services.stream(), Stream.of(kafka, postgres)).toList();
    }

    public void write(Path dataDir) throws IOException {
        PrivateFile.write(file(dataDir), JSON.writeValueAsString(this));
    }

    /** What the last launcher of this data folder wrote; it may be long gone. */
    public static Optional<StackFile> read(Path dataDir) throws IOException {
        return Files.exists(file(dataDir))
                ? Optional.of(JSON.readValue(file(dataDir).toFile(), StackFile.class))
                : Optional.empty();
    }

    private static Path file(Path dataDir) {
        return dataDir.resolve("run/stack.json");
    }
}
