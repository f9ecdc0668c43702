package dev.nightshift.sandbox.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacePathTest {
    @ParameterizedTest
    @CsvSource({"dir/, dir/notes.txt", "a/b/, a/b/notes.txt", "dir/., dir/notes.txt", "., notes.txt"})
    void aFolderIsNoFile(String path, String instead) {
        assertEquals(
                Optional.of("The path " + path + " names a folder; name a file in it, for example " + instead + "."),
                WorkspacePath.refusal(path));
    }

    @Test
    void theWorkspaceItselfIsNoFile() {
        assertEquals(
                Optional.of(
                        "The path /workspace/ names a folder; name a file in it, for example /workspace/notes.txt."),
                WorkspacePath.refusal("/workspace/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "a/b.txt", "/workspace/a", ".hidden", "a.", "dir/.hidden"})
    void aFileInsideIsFine(String path) {
        assertEquals(Optional.empty(), WorkspacePath.refusal(path));
    }
}
