package dev.nightshift.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.service.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneIndexTest extends DocumentIndexContract {
    @TempDir
    Path folder;

    private LuceneIndex index;

    @Override
    LuceneIndex index() {
        if (index == null) {
            index = new LuceneIndex(folder);
        }
        return index;
    }

    @AfterEach
    void close() {
        index().close();
    }

    @Test
    void isStillThereAfterARestart() {
        index().apply(source, List.of(written(7, source, "a.md", "lantern")), 7);
        reopen();

        assertEquals(7, index().position(source));
        assertEquals(List.of("a.md"), titles(search(index(), "lantern", source)));
    }

    @Test
    void workThatComesAfterTheCloseFailsAndLosesNothing() {
        index().apply(source, List.of(written(7, source, "a.md", "lantern")), 7);
        LuceneIndex closed = index();
        reopen();

        assertThrows(
                AlreadyClosedException.class,
                () -> closed.apply(source, List.of(written(8, source, "b.md", "lantern")), 8));
        assertEquals(7, index().position(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {".cfs", ".si", "segments_"})
    void aDamagedFileMakesTheSourceBeginAnew(String name) throws IOException {
        index().apply(source, List.of(written(7, source, "a.md", "lantern")), 7);
        index().close();
        index = null;
        damage(name);

        assertEquals(0, index().position(source));
        index().apply(source, List.of(written(7, source, "a.md", "lantern")), 7);
        assertEquals(List.of("a.md"), titles(search(index(), "lantern", source)));
    }

    @Test
    void anIndexTakenAwayWhileOpenBeginsAnewInsteadOfStayingBroken() throws IOException {
        index().apply(source, List.of(written(1, source, "a.md", "lantern")), 1);
        IOUtils.rm(folder.resolve(source.toString()));

        try {
            index().apply(source, List.of(written(2, source, "b.md", "lantern")), 2);
        } catch (UncheckedIOException | AlreadyClosedException e) {
            assertEquals(0, index().position(source));
        }
        index().apply(source, List.of(written(2, source, "b.md", "lantern")), 2);
        assertTrue(titles(search(index(), "lantern", source)).contains("b.md"));
    }

    @Test
    void whoSharesTheFolderWithAnotherIsUnavailableAndDestroysNothing() {
        index().apply(source, List.of(written(7, source, "a.md", "lantern")), 7);

        try (LuceneIndex other = new LuceneIndex(folder)) {
            Problem refused = assertThrows(Problem.class, () -> search(other, "lantern", source));
            assertEquals(503, refused.status());
            assertThrows(
                    UncheckedIOException.class,
                    () -> other.apply(source, List.of(written(8, source, "b.md", "lantern")), 8));
        }

        assertEquals(List.of("a.md"), titles(search(index(), "lantern", source)));
        reopen();
        assertEquals(7, index().position(source));
    }

    private void reopen() {
        index().close();
        index = null;
    }

    /** Flips a byte in the middle of each file whose name has this part. */
    private void damage(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(source.toString()))) {
            List<Path> hit = files.filter(file -> file.getFileName().toString().contains(name))
                    .toList();
            assertTrue(!hit.isEmpty(), "no file with " + name);
            for (Path file : hit) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
    }
}
