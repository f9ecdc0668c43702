package dev.nightshift.sandbox.bubblewrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The files that every sandbox is given, taken out of this program into a folder. */
final class SupportFiles {
    private static final List<String> PROGRAM = List.of("executor.py", "execution.py", "workspace.py");
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
        try {
            Files.createDirectories(folder);
            for (String name : PROGRAM) {
                copy(name, folder);
            }
            Files.writeString(folder.resolve("passwd"), PASSWD, StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("group"), GROUP, StandardCharsets.UTF_8);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be written", e);
        }
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream content = SupportFiles.class.getResourceAsStream(name)) {
            Files.write(
                    folder.resolve(name), Objects.requireNonNull(content, name).readAllBytes());
        }
    }
}
