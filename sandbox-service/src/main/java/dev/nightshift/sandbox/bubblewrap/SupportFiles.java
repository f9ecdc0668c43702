package dev.nightshift.sandbox.bubblewrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The files that every sandbox is given, taken out of this program into a folder. */
final class SupportFiles {
    private static final String EXECUTOR = "executor.py";
    private static final String PASSWD = """
            root:x:0:0:root:/root:/usr/sbin/nologin
            sandbox:x:1000:1000:sandbox:/workspace:/bin/bash
            nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
            """;
    private static final String GROUP = """
            root:x:0:
            sandbox:x:1000:
            nogroup:x:65534:
            """;

    private SupportFiles() {}

    static Path unpack(Path folder) {
        try (InputStream executor = SupportFiles.class.getResourceAsStream(EXECUTOR)) {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve(EXECUTOR),
                    Objects.requireNonNull(executor, EXECUTOR).readAllBytes());
            Files.writeString(folder.resolve("passwd"), PASSWD, StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("group"), GROUP, StandardCharsets.UTF_8);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be written", e);
        }
    }
}
