package dev.nightshift.search.sync;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.Uuids;
import dev.nightshift.search.SearchServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowingTest extends SearchServiceTest {
    private void awaitTotal(long total, String query) {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertEquals(total, search(member, query).getLong("total")));
    }

    @Test
    void followsNewChangedMovedAndDeletedFiles() throws IOException {
        write("a.md", "first lantern");
        UUID source = syncedSource("follow", EVERYONE);
        String in = " in:" + source;
        awaitTotal(1, "first" + in);

        write("deep/down/b.md", "second lantern");
        awaitTotal(2, "lantern" + in);

        write("a.md", "third lantern");
        awaitTotal(0, "first" + in);
        awaitTotal(1, "third" + in);

        Files.move(folder.resolve("deep"), folder.resolve("moved"));
        awaitTotal(1, "moved" + in);
        awaitTotal(0, "deep" + in);

        Files.delete(folder.resolve("a.md"));
        awaitTotal(0, "third" + in);
        call(member).get("/api/documents/" + Uuids.v5(source, "a.md")).then().statusCode(404);
        status(source).body("documents", equalTo(1));
    }

    @Test
    void readsADocumentByItsLines() throws IOException {
        Path file = write("guide/lines.md", "# Lines\n\nthree\nfour\nfive\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-04-05T06:07:08Z")));
        UUID source = syncedSource("lines", EVERYONE);
        UUID id = Uuids.v5(source, "guide/lines.md");

        assertEquals(
                Map.of(
                        "id",
                        id.toString(),
                        "title",
                        "Lines",
                        "sourceId",
                        source.toString(),
                        "text",
                        "three\nfour",
                        "from",
                        3,
                        "lines",
                        2,
                        "totalLines",
                        5,
                        "truncated",
                        false,
                        "metadata",
                        Map.of(
                                "path", "guide/lines.md",
                                "size", 25,
                                "type", "md",
                                "updatedAt", "2026-04-05T06:07:08Z",
                                "hash", ReadFile.hash(Files.readAllBytes(file)))),
                call(member)
                        .get("/api/documents/" + id + "?from=3&lines=2")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path(""));
        call(member).get("/api/documents/" + UUID.randomUUID()).then().statusCode(404);
        call(member).get("/api/documents/nonsense").then().statusCode(404);
    }

    @Test
    void fiveHundredMarkdownFilesAreThereWithinSeconds() {
        for (int i = 0; i < 500; i++) {
            write(
                    "part" + i % 20 + "/page" + i + ".md",
                    "# Page " + i + "\n\nnumber" + i + " of the " + "many ".repeat(200));
        }
        Instant started = Instant.now();
        UUID source = syncedSource("many", EVERYONE);

        status(source).body("documents", equalTo(500)).body("skipped", equalTo(0));
        assertEquals(List.of("Page 321"), titles(member, "number321 in:" + source));
        assertEquals(500, search(member, "many in:" + source).getLong("total"));
        assertTrue(Duration.between(started, Instant.now()).compareTo(SOON) < 0);
    }

    @Test
    void aSyncReadsWhatChangedUnderAnOldTime() throws IOException {
        Instant old = Instant.parse("2026-04-05T06:07:08Z");
        Files.setLastModifiedTime(write("a.md", "before"), FileTime.from(old));
        UUID source = syncedSource("forced", EVERYONE);
        Files.setLastModifiedTime(write("a.md", "after!"), FileTime.from(old));

        call(admin)
                .post("/api/sources/" + source + "/sync")
                .then()
                .statusCode(202)
                .body("sourceId", equalTo(source.toString()))
                .body("state", equalTo("pending"));

        awaitTotal(1, "after in:" + source);
        awaitReady(source);
    }

    @Test
    void saysWhatWasLeftOutAndWhatFailedAndRecovers() throws IOException {
        write("large.md", "x".repeat(5 * 1024 * 1024 + 1));
        write("small.md", "small lantern");
        UUID source = syncedSource("troubled", EVERYONE);
        status(source).body("documents", equalTo(1)).body("skipped", equalTo(1));

        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        await().atMost(SOON)
                .untilAsserted(() -> status(source)
                        .body("state", equalTo("failed"))
                        .body("error", containsString("is not a folder that can be read"))
                        .body("documents", equalTo(1)));
        Files.createSymbolicLink(folder, outside);
        Files.writeString(outside.resolve("secret.md"), "secret lantern");
        await().atMost(SOON)
                .untilAsserted(() -> status(source).body("error", containsString("NIGHTSHIFT_SOURCE_ROOTS")));
        assertEquals(0, search(member, "secret in:" + source).getLong("total"));

        Files.delete(folder);
        Files.move(away, folder);
        awaitReady(source);
        assertEquals(1, search(member, "lantern in:" + source).getLong("total"));
    }

    @Test
    void anotherFolderReplacesTheDocuments() throws IOException {
        write("a.md", "old place");
        UUID source = syncedSource("moving", EVERYONE);
        Path other = Files.createTempDirectory(allowed, "other-");
        Files.writeString(other.resolve("b.md"), "new place");

        call(admin, Map.of("config", Map.of("path", other.toString())))
                .patch("/api/sources/" + source)
                .then()
                .statusCode(200);

        awaitTotal(1, "new in:" + source);
        awaitTotal(0, "old in:" + source);
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Files.writeString(outside.resolve("private.md"), "private lantern");
        Files.createSymbolicLink(folder.resolve("private.md"), outside.resolve("private.md"));
        Files.createSymbolicLink(folder.resolve("inner"), outside);
        write("public.md", "public lantern");
        UUID source = syncedSource("linked", EVERYONE);

        assertEquals(List.of("public.md"), titles(member, "lantern in:" + source));
    }
}
