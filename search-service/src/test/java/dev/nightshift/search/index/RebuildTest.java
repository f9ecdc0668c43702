package dev.nightshift.search.index;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nightshift.search.SearchServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RebuildTest extends SearchServiceTest {
    @Inject
    DocumentIndex index;

    @Inject
    FollowDocuments follow;

    @Inject
    Pool pool;

    @ConfigProperty(name = "nightshift.index.directory")
    Path directory;

    @Test
    void aLostIndexIsBuiltFromTheDocumentsInPostgres() throws IOException {
        for (int i = 0; i < 30; i++) {
            write("page" + i + ".md", "lantern " + i);
        }
        UUID source = syncedSource("lost", EVERYONE);
        long before = index.position(source);
        index.drop(source);
        assertFalse(Files.exists(directory.resolve(source.toString())));

        follow.followAll();

        assertEquals(before, index.position(source));
        assertEquals(30, search(member, "lantern in:" + source).getLong("total"));
        try (LuceneIndex reopened = copyOf(source)) {
            assertEquals(before, reopened.position(source));
            assertEquals(
                    30,
                    DocumentIndexContract.search(reopened, "lantern", source).total());
        }
    }

    @Test
    void anIndexAheadOfThePostgresItFindsIsBuiltAnew() {
        write("a.md", "lantern");
        UUID source = syncedSource("ahead", EVERYONE);
        long head = index.position(source);
        index.apply(
                source,
                List.of(DocumentIndexContract.written(head + 5, source, "ghost.md", "ghost lantern")),
                head + 5);

        follow.follow(source);

        assertEquals(head, index.position(source));
        assertEquals(List.of("a.md"), titles(member, "lantern in:" + source));
    }

    @Test
    void anIndexThatMissedForgottenRemovalsIsBuiltAnew() {
        write("a.md", "lantern");
        UUID source = syncedSource("forgotten", EVERYONE);
        long head = index.position(source);
        pool.preparedQuery("update source_sync set head = head + 2, forgotten = head + 1 where source_id = $1")
                .execute(Tuple.of(source))
                .await()
                .indefinitely();
        index.apply(source, List.of(DocumentIndexContract.written(head, source, "ghost.md", "ghost lantern")), head);

        follow.follow(source);

        assertEquals(head + 2, index.position(source));
        assertEquals(List.of("a.md"), titles(member, "lantern in:" + source));
    }

    @Test
    void aDeletedSourceLeavesNoIndexBehind() {
        write("a.md", "lantern");
        UUID source = syncedSource("deleted", EVERYONE);

        call(admin).delete("/api/sources/" + source).then().statusCode(204);

        await().atMost(SOON).untilAsserted(() -> assertFalse(Files.exists(directory.resolve(source.toString()))));
    }

    private LuceneIndex copyOf(UUID source) throws IOException {
        Path copy = Files.createTempDirectory("nightshift-test-index-");
        Path to = Files.createDirectory(copy.resolve(source.toString()));
        try (Stream<Path> files = Files.list(directory.resolve(source.toString()))) {
            for (Path file : files.toList()) {
                if (!file.endsWith("write.lock")) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
        return new LuceneIndex(copy);
    }
}
