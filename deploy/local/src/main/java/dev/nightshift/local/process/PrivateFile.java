package dev.nightshift.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A small text that its owner alone may read. */
public final class PrivateFile {
    private PrivateFile() {}

    /** What the file holds; a new random secret of 128 bits is made and kept where there is no file. */
    public static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, random());
        }
        return Files.readString(file).strip();
    }

    /** 128 random bits, as lower-case hexadecimal digits. */
    public static String random() {
        byte[] bits = new byte[16];
        new SecureRandom().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** Replaces the file in one step: a reader sees the old text or the new one. */
    public static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(
                folder,
                "." + file.getFileName(),
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, text + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
