package dev.nightshift.search.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes the folder while it is walked. */
class FolderWalkTest {
    @TempDir
    Path home;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(home.resolve("folder"));
    }

    @Test
    void aNameSwappedForALinkAfterItWasSeenIsNotFollowed() throws Exception {
        Path secrets = Files.createDirectory(home.resolve("secrets"));
        Files.writeString(secrets.resolve("a.md"), "secret");
        Files.writeString(home.resolve("secret.md"), "secret");
        Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("inner/a.md"), "inside");
        List<String> read = new ArrayList<>();

        new FolderWalk(new FolderWalk.Visitor() {
                    @Override
                    public void file(String path, BasicFileAttributes seen, FolderWalk.Content content)
                            throws IOException {
                        swapForLink();
                        read.add(new String(content.read(100), StandardCharsets.UTF_8));
                        Files.delete(home.resolve("moved/a.md"));
                        Files.createSymbolicLink(home.resolve("moved/a.md"), home.resolve("secret.md"));
                        assertThrows(IOException.class, () -> content.read(100));
                    }

                    @Override
                    public void folder(String path) {}

                    @Override
                    public void refused(String path) {
                        read.add("refused " + path);
                    }
                })
                .walk(folder);

        assertEquals(List.of("inside"), read);
    }

    @Test
    void aFolderSwappedForALinkBeforeItIsOpenedIsNotEntered() throws Exception {
        Path secrets = Files.createDirectory(home.resolve("secrets"));
        Files.writeString(secrets.resolve("a.md"), "secret");
        Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("inner/a.md"), "inside");
        List<String> seen = new ArrayList<>();

        assertThrows(
                IOException.class,
                () -> new FolderWalk(new FolderWalk.Visitor() {
                            @Override
                            public void file(String path, BasicFileAttributes attributes, FolderWalk.Content content) {
                                seen.add(path);
                            }

                            @Override
                            public void folder(String path) {
                                if (path.equals("inner/")) {
                                    swapForLink();
                                }
                            }

                            @Override
                            public void refused(String path) {
                                seen.add("refused " + path);
                            }
                        })
                        .walk(folder));

        assertEquals(List.of(), seen);
    }

    private void swapForLink() {
        try {
            Files.move(folder.resolve("inner"), home.resolve("moved"));
            Files.createSymbolicLink(folder.resolve("inner"), home.resolve("secrets"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
