package dev.nightshift.search.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootsTest {
    @TempDir
    Path home;

    private static SourceRoots roots(String setting) {
        return new SourceRoots(new SourceSettings() {
            @Override
            public Optional<String> roots() {
                return Optional.ofNullable(setting);
            }

            @Override
            public Optional<String> initialFolder() {
                return Optional.empty();
            }
        });
    }

    @Test
    void withoutRootsNothingMayBeConnectedAndTheSettingIsNamed() {
        Optional<String> fault = Optional.of(
                "cannot be connected: no folder is allowed, since the setting NIGHTSHIFT_SOURCE_ROOTS is empty");

        assertEquals(fault, roots(null).fault(home.toString()));
        assertEquals(fault, roots(" , ").fault(home.toString()));
        assertEquals(Optional.empty(), roots(null).resolve(home.toString()));
    }

    @Test
    void takesSeveralRootsAndTheRootsThemselves() throws IOException {
        Path one = Files.createDirectory(home.resolve("one"));
        Path two = Files.createDirectories(home.resolve("two/deep"));
        for (String separator : new String[] {",", ", ", File.pathSeparator}) {
            SourceRoots roots = roots(one + separator + home.resolve("two"));
            assertEquals(Optional.of(one.toRealPath()), roots.resolve(one.toString()));
            assertEquals(Optional.of(two.toRealPath()), roots.resolve(two.toString()));
            assertEquals(Optional.empty(), roots.resolve(home.toString()));
        }
    }

    @Test
    void aRootThatIsALinkMeansWhereItLeads() throws IOException {
        Path real = Files.createDirectory(home.resolve("real"));
        Path link = Files.createSymbolicLink(home.resolve("link"), real);

        assertEquals(Optional.of(real.toRealPath()), roots(link.toString()).resolve(link.toString()));
        assertEquals(Optional.of(real.toRealPath()), roots(link.toString()).resolve(real.toString()));
    }

    @Test
    void aRootThatIsNotAbsoluteStopsTheStart() {
        assertEquals(
                "NIGHTSHIFT_SOURCE_ROOTS must name absolute folders, and \"docs\" is none",
                assertThrows(IllegalArgumentException.class, () -> roots("/srv,docs"))
                        .getMessage());
    }
}
