package dev.nightshift.search;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Two empty folders: one that sources may lie in, and one beside it that they may not. */
public final class FolderRoots implements QuarkusTestResourceLifecycleManager {
    public static final String OUTSIDE = "nightshift.test.outside";

    @Override
    public Map<String, String> start() {
        try {
            Path home = Files.createTempDirectory("nightshift-test-folders-").toRealPath();
            Path allowed = Files.createDirectory(home.resolve("allowed"));
            Path outside = Files.createDirectory(home.resolve("outside"));
            return Map.of("nightshift.source-roots", allowed.toString(), OUTSIDE, outside.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
