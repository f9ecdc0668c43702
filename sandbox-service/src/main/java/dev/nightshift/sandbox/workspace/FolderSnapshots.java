package dev.nightshift.sandbox.workspace;

import dev.nightshift.contracts.SessionId;
import dev.nightshift.sandbox.node.NodeIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Snapshots as files of one folder. Nothing in them is ever unpacked outside a sandbox. */
@ApplicationScoped
class FolderSnapshots implements WorkspaceSnapshots {
    private static final String DRAFT = ".part";

    private final Path folder;

    @Inject
    FolderSnapshots(NodeIdentity node) {
        this(node.folder().resolve("snapshots"));
    }

    /** Drafts that an earlier process left are removed: nobody else writes here. */
    FolderSnapshots(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            for (Path left : files(DRAFT)) {
                Files.deleteIfExists(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be written", e);
        }
    }

    @Override
    public Optional<InputStream> read(SessionId session) throws IOException {
        try {
            return Optional.of(Files.newInputStream(file(session)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Draft write(SessionId session) throws IOException {
        return new FileDraft(folder.resolve(session + "." + UUID.randomUUID() + DRAFT), file(session));
    }

    @Override
    public int removeOlderThan(Instant instant) throws IOException {
        int removed = 0;
        for (Path file : files(".tar")) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(instant)) {
                Files.deleteIfExists(file);
                removed++;
            }
        }
        return removed;
    }

    private Path file(SessionId session) {
        return folder.resolve(session + ".tar");
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        }
    }

    private static final class FileDraft implements Draft {
        private static final int BUFFER = 1 << 16;

        private final Path draft;
        private final Path file;
        private final FileChannel channel;
        private final OutputStream content;

        FileDraft(Path draft, Path file) throws IOException {
            this.draft = draft;
            this.file = file;
            this.channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            this.content = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        }

        @Override
        public OutputStream content() {
            return content;
        }

        @Override
        public void commit() throws IOException {
            content.flush();
            channel.force(false);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(draft);
        }
    }
}
