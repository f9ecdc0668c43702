package dev.nightshift.sandbox.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.SessionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSnapshotsTest {
    private final SessionId session = SessionId.next();

    @TempDir
    private Path folder;

    private Optional<String> read(WorkspaceSnapshots snapshots) throws IOException {
        Optional<InputStream> found = snapshots.read(session);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = found.get()) {
            return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void write(WorkspaceSnapshots snapshots, String text, boolean commit) throws IOException {
        try (WorkspaceSnapshots.Draft draft = snapshots.write(session)) {
            draft.content().write(text.getBytes(StandardCharsets.UTF_8));
            if (commit) {
                draft.commit();
            }
        }
    }

    @Test
    void aSessionWithoutASnapshotHasNone() throws IOException {
        assertEquals(Optional.empty(), read(new FolderSnapshots(folder)));
    }

    @Test
    void theLastCommittedSnapshotIsRead() throws IOException {
        WorkspaceSnapshots snapshots = new FolderSnapshots(folder);
        write(snapshots, "first", true);
        write(snapshots, "second", true);

        assertEquals(Optional.of("second"), read(snapshots));
    }

    @Test
    void aDraftThatWasNotCommittedLeavesTheEarlierOneAndNoFile() throws IOException {
        WorkspaceSnapshots snapshots = new FolderSnapshots(folder);
        write(snapshots, "first", true);
        write(snapshots, "second", false);

        assertEquals(Optional.of("first"), read(snapshots));
        assertEquals(1, files());
    }

    @Test
    void aDraftOfADeadProcessIsRemovedAtStart() throws IOException {
        Files.writeString(folder.resolve(session + ".x.part"), "half");
        new FolderSnapshots(folder);

        assertEquals(0, files());
    }

    @Test
    void oldSnapshotsAreForgotten() throws IOException {
        WorkspaceSnapshots snapshots = new FolderSnapshots(folder);
        write(snapshots, "first", true);

        assertEquals(0, snapshots.removeOlderThan(Instant.now().minusSeconds(60)));
        assertEquals(1, snapshots.removeOlderThan(Instant.now().plusSeconds(60)));
        assertEquals(Optional.empty(), read(snapshots));
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }
}
