package dev.nightshift.search.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nightshift.search.document.Document;
import dev.nightshift.search.document.DocumentState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {
    private static final Instant CHANGED = Instant.parse("2026-05-01T10:00:00Z");
    private static final Clock LATER = Clock.fixed(CHANGED.plus(Duration.ofHours(1)), ZoneOffset.UTC);

    private final UUID source = UUID.randomUUID();
    private final List<Document> written = new ArrayList<>();
    private final List<UUID> removed = new ArrayList<>();

    @TempDir
    Path home;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(home.resolve("folder"));
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setLastModifiedTime(file, FileTime.from(CHANGED));
    }

    private FolderScan.Outcome scan(Map<String, DocumentState> known, boolean everything) throws ScanFailure {
        return scan(known, everything, LATER);
    }

    private FolderScan.Outcome scan(Map<String, DocumentState> known, boolean everything, Clock clock)
            throws ScanFailure {
        written.clear();
        removed.clear();
        return new FolderScan(source, known, everything, new FolderScan.Limits(1000, clock), (documents, gone) -> {
                    written.addAll(documents);
                    removed.addAll(gone);
                })
                .run(folder);
    }

    private List<String> paths() {
        return written.stream().map(Document::path).sorted().toList();
    }

    @Test
    void makesADocumentOfAFile() throws Exception {
        write("deep/note.md", "# Title\n\nText\n");

        FolderScan.Outcome outcome = scan(Map.of(), false);

        assertEquals(
                List.of(new Document(
                        Document.idOf(source, "deep/note.md"),
                        source,
                        "deep/note.md",
                        "Title",
                        "md",
                        14,
                        ReadFile.hash("# Title\n\nText\n".getBytes(StandardCharsets.UTF_8)),
                        CHANGED,
                        LATER.instant(),
                        "# Title\n\nText\n")),
                written);
        assertEquals(0, outcome.skipped());
    }

    @Test
    void takesTextAndMarkdownAndPassesOverTheRest() throws Exception {
        for (String name : List.of("a.md", "b.MARKDOWN", "c.txt", "d.text", "e.png", "f", ".hidden.md", ".git/x.md")) {
            write(name, "text");
        }

        assertEquals(0, scan(Map.of(), false).skipped());
        assertEquals(List.of("a.md", "b.MARKDOWN", "c.txt", "d.text"), paths());
    }

    @Test
    void skipsAndCountsNamesThatAreNoText() throws Exception {
        write("fine.md", "text");
        String make =
                "cd \"$1\" && touch \"$(printf 'a\\377.md')\" \"$(printf 'a\\376.md')\" && mkdir \"$(printf 'd\\377')\"";
        assertEquals(
                0,
                new ProcessBuilder("sh", "-c", make, "sh", folder.toString())
                        .inheritIO()
                        .start()
                        .waitFor());

        FolderScan.Outcome outcome = scan(Map.of(), false);

        assertEquals(List.of("fine.md"), paths());
        assertEquals(3, outcome.skipped());
        assertEquals(Set.of(""), outcome.folders());
    }

    @Test
    void neverFollowsALinkOut() throws Exception {
        Path secret = Files.writeString(home.resolve("secret.md"), "secret");
        Path secrets = Files.createDirectory(home.resolve("secrets"));
        Files.writeString(secrets.resolve("more.md"), "secret");
        write("in.md", "inside");
        Files.createSymbolicLink(folder.resolve("file.md"), secret);
        Files.createSymbolicLink(folder.resolve("relative.md"), Path.of("../secret.md"));
        Files.createSymbolicLink(folder.resolve("folder"), secrets);
        Files.createSymbolicLink(folder.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("root"), Path.of("/"));
        Files.createSymbolicLink(folder.resolve("loop.md"), Path.of("loop.md"));

        scan(Map.of(), false);

        assertEquals(List.of("in.md"), paths());
    }

    @Test
    void readsAgainOnlyWhatChanged() throws Exception {
        write("same.md", "same");
        write("changed.md", "old");
        write("gone.md", "gone");
        Map<String, DocumentState> known = scan(Map.of(), false).states();
        write("changed.md", "new");
        Files.setLastModifiedTime(folder.resolve("changed.md"), FileTime.from(CHANGED.plusSeconds(1)));
        Files.delete(folder.resolve("gone.md"));

        scan(known, false);

        assertEquals(List.of("changed.md"), paths());
        assertEquals(List.of(Document.idOf(source, "gone.md")), removed);
    }

    @Test
    void noticesAChangeThatLeftSizeAndTimeWhereTheFileWasReadSoonAfterItsTime() throws Exception {
        Clock atOnce = Clock.fixed(CHANGED.plusMillis(500), ZoneOffset.UTC);
        write("a.md", "old");
        Map<String, DocumentState> known = scan(Map.of(), false, atOnce).states();
        write("a.md", "new");

        scan(known, false);

        assertEquals(List.of("a.md"), paths());
    }

    @Test
    void noticesEveryChangeWhenEverythingIsToBeRead() throws Exception {
        write("a.md", "old");
        write("b.md", "same");
        Map<String, DocumentState> known = scan(Map.of(), false).states();
        write("a.md", "new");

        scan(known, false);
        assertEquals(List.of(), paths());
        scan(known, true);
        assertEquals(List.of("a.md"), paths());
    }

    @Test
    void skipsAndCountsWhatIsTooLarge() throws Exception {
        write("large.md", "x".repeat(1001));
        write("fits.md", "x".repeat(1000));

        assertEquals(1, scan(Map.of(), false).skipped());
        assertEquals(List.of("fits.md"), paths());
    }

    @Test
    void replacesWhatIsNoText() throws Exception {
        Files.write(folder.resolve("a.txt"), new byte[] {'a', (byte) 0xff, 0, 'b'});

        scan(Map.of(), false);

        assertEquals("a\uFFFD\uFFFDb", written.getFirst().text());
    }

    @Test
    void handsOnManyFilesInBatches() throws Exception {
        for (int i = 0; i < 450; i++) {
            write("d" + i % 7 + "/f" + i + ".md", "text " + i);
        }
        List<Integer> sizes = new ArrayList<>();
        new FolderScan(
                        source,
                        Map.of(),
                        false,
                        new FolderScan.Limits(1000, LATER),
                        (documents, gone) -> sizes.add(documents.size()))
                .run(folder);

        assertEquals(
                List.of(50, 200, 200),
                sizes.stream().sorted(Comparator.naturalOrder()).toList());
    }

    @Test
    void aFolderThatIsGoneIsAFailureAndRemovesNothing() throws Exception {
        write("a.md", "a");
        Map<String, DocumentState> known = scan(Map.of(), false).states();
        Files.delete(folder.resolve("a.md"));
        Files.delete(folder);

        assertThrows(ScanFailure.class, () -> scan(known, false));
        assertEquals(List.of(), removed);
    }
}
