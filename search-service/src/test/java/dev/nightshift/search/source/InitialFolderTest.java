package dev.nightshift.search.source;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nightshift.search.SearchServiceTest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InitialFolderTest extends SearchServiceTest {
    @Inject
    Pool pool;

    @Inject
    SourceRoots roots;

    @Inject
    CreateSource sources;

    @Test
    void theFirstStartMakesOneSourceAndNoLaterStartAnother() throws Throwable {
        InitialFolder initialFolder = new InitialFolder(settings(Optional.of(folder.toString())), roots, sources);
        List<String> before = call(admin).get("/api/sources?limit=200").path("items.id");
        pool.query("delete from first_source").execute().await().indefinitely();

        initialFolder.create(new StartupEvent());
        initialFolder.create(new StartupEvent());

        List<String> after = call(admin).get("/api/sources?limit=200").path("items.id");
        UUID made = UUID.fromString(after.getFirst());
        assertEquals(before, after.subList(1, after.size()));
        call(admin)
                .get("/api/sources/" + made)
                .then()
                .body("name", equalTo("docs"))
                .body("access", equalTo(EVERYONE))
                .body("config.path", equalTo(folder.toString()));
        call(admin).delete("/api/sources/" + made).then().statusCode(204);
        initialFolder.create(new StartupEvent());
        assertEquals(before, call(admin).get("/api/sources?limit=200").path("items.id"));
    }

    @Test
    void aFolderThatMayNotBeConnectedStopsTheStart() {
        InitialFolder wrong = new InitialFolder(settings(Optional.of("/etc")), roots, sources);

        String reason = assertThrows(IllegalArgumentException.class, () -> wrong.create(new StartupEvent()))
                .getMessage();
        assertEquals(
                "NIGHTSHIFT_SEARCH_INITIAL_FOLDER = /etc does not lie under a folder that the setting"
                        + " NIGHTSHIFT_SOURCE_ROOTS of this installation allows",
                reason);
    }

    private static SourceSettings settings(Optional<String> initialFolder) {
        return new SourceSettings() {
            @Override
            public Optional<String> roots() {
                return Optional.empty();
            }

            @Override
            public Optional<String> initialFolder() {
                return initialFolder;
            }
        };
    }
}
