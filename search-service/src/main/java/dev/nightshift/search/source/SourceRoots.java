package dev.nightshift.search.source;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folders under which sources may lie, judged by where a path really leads. */
@Startup
@ApplicationScoped
public class SourceRoots {
    static final String SETTING = "NIGHTSHIFT_SOURCE_ROOTS";
    private static final String NOT_ALLOWED =
            "does not lie under a folder that the setting " + SETTING + " of this installation allows";

    private final List<Path> roots;

    SourceRoots(SourceSettings settings) {
        this.roots = settings.roots().map(SourceRoots::split).orElse(List.of());
    }

    /** The real folder behind a path, if it is one and lies under a root at this moment. */
    public Optional<Path> resolve(String path) {
        return fault(path).isPresent() ? Optional.empty() : real(Path.of(path));
    }

    /** What is wrong with a path as the folder of a source, if anything; tells nothing of what lies elsewhere. */
    public Optional<String> fault(String path) {
        if (roots.isEmpty()) {
            return Optional.of("cannot be connected: no folder is allowed, since the setting " + SETTING + " is empty");
        }
        Path typed;
        try {
            typed = Path.of(path);
        } catch (InvalidPathException e) {
            return Optional.of("is not a path");
        }
        if (!typed.isAbsolute()) {
            return Optional.of("must be absolute, for example /srv/handbook");
        }
        Optional<Path> real = real(typed);
        if (real.isEmpty()) {
            Path plain = typed.normalize();
            boolean inside = roots.stream().anyMatch(plain::startsWith);
            return Optional.of(inside ? "is not a folder that can be read" : NOT_ALLOWED);
        }
        boolean allowed =
                roots.stream().map(SourceRoots::real).flatMap(Optional::stream).anyMatch(real.get()::startsWith);
        if (!allowed) {
            return Optional.of(NOT_ALLOWED);
        }
        return Files.isDirectory(real.get()) && Files.isReadable(real.get())
                ? Optional.empty()
                : Optional.of("is not a folder that can be read");
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Path> split(String setting) {
        return Arrays.stream(setting.split("[," + Pattern.quote(File.pathSeparator) + "]"))
                .map(String::strip)
                .filter(root -> !root.isEmpty())
                .map(SourceRoots::absolute)
                .toList();
    }

    private static Path absolute(String root) {
        Path path = Path.of(root);
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException(SETTING + " must name absolute folders, and \"" + root + "\" is none");
        }
        return path.normalize();
    }
}
