package dev.nightshift.search.sync;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nightshift.search.sync.FolderWatch.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    private final UUID source = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final FolderWatch watch = new FolderWatch();

    @TempDir
    Path folder;

    @BeforeEach
    void linuxOnly() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "elsewhere nothing is watched");
    }

    @AfterEach
    void close() throws IOException {
        watch.close();
    }

    private void awaitChanged(Set<UUID> expected) {
        Set<UUID> changed = new HashSet<>();
        await().untilAsserted(() -> {
            changed.addAll(watch.changed());
            assertEquals(expected, changed);
        });
    }

    @Test
    void tellsOfWhatHappensInEveryFolderWatched() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        assertEquals(Coverage.GROWN, watch.watch(source, folder, Set.of("", "inner/")));
        assertEquals(Coverage.COMPLETE, watch.watch(source, folder, Set.of("", "inner/")));
        assertEquals(Set.of(), watch.changed());

        Files.writeString(inner.resolve("new.md"), "x");
        awaitChanged(Set.of(source));
        Files.delete(inner.resolve("new.md"));
        awaitChanged(Set.of(source));
    }

    @Test
    void tellsEverySourceThatHoldsTheFolder() throws IOException {
        watch.watch(source, folder, Set.of(""));
        watch.watch(other, folder, Set.of(""));
        Files.writeString(folder.resolve("a.md"), "x");
        awaitChanged(Set.of(source, other));

        watch.retain(Set.of(other));
        Files.writeString(folder.resolve("b.md"), "x");
        awaitChanged(Set.of(other));
    }

    @Test
    void seesThatAFolderWasReplacedByAnother() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        watch.watch(source, folder, Set.of("", "inner/"));
        Files.move(inner, folder.resolve("away"));
        Files.createDirectory(inner);

        assertEquals(Coverage.GROWN, watch.watch(source, folder, Set.of("", "inner/")));
    }

    @Test
    void aFolderThatIsGoneMakesAnotherLookDue() {
        assertEquals(Coverage.GROWN, watch.watch(source, folder, Set.of("", "gone/")));
    }
}
