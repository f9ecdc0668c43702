package dev.nightshift.search.source;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nightshift.search.SearchServiceTest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(InitialFolderTest.WithFolder.class)
class InitialFolderTest extends SearchServiceTest {
    @Inject
    InitialFolder initialFolder;

    @Inject
    SourceRoots roots;

    @Inject
    Sources sources;

    /** A database of its own, and the setting. */
    public static final class WithFolder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("nightshift.search.initial-folder", "${nightshift.source-roots}");
        }
    }

    @Test
    void theFirstStartMakesOneSourceAndNoLaterStartAnother() throws Throwable {
        write("note.md", "lantern");
        call(member).get("/api/sources").then().body("items.name", contains("docs"));
        UUID made = UUID.fromString(call(member).get("/api/sources").path("items[0].id"));
        awaitReady(made);

        initialFolder.create(new StartupEvent());
        call(member).get("/api/sources").then().body("items.name", contains("docs"));

        call(admin).delete("/api/sources/" + made).then().statusCode(204);
        initialFolder.create(new StartupEvent());
        call(member).get("/api/sources").then().body("items", empty());
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
