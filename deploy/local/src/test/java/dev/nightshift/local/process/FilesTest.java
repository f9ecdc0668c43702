package dev.nightshift.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    @TempDir
    Path folder;

    @Test
    void aSecretIsMadeOnceAndReadableByItsOwnerAlone() throws Exception {
        Path file = folder.resolve("kept/secret");

        String secret = PrivateFile.secret(file);

        assertTrue(secret.matches("[0-9a-f]{32}"), secret);
        assertEquals(secret, PrivateFile.secret(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void theEndOfALogIsItsLastLinesWithoutStackFrames() throws Exception {
        Path log = folder.resolve("a.log");
        Files.writeString(log, "one\ntwo\n\tat some.Place\n\nthree\n\t... 12 more\n");

        assertEquals(":\ntwo\nthree", LogTail.of(log, 2));
        assertEquals("", LogTail.of(folder.resolve("none.log"), 2));
    }

    @Test
    void aWrongSettingIsFoundInWhatTheLastProcessLogged() throws Exception {
        Path log = folder.resolve("a.log");
        Files.writeString(log, "Caused by: some.OldException: NIGHTSHIFT_OLD is not a number\n");
        long begin = LogTail.length(log);
        Files.writeString(
                log,
                "Caused by: a.b.CException: NIGHTSHIFT_MODELS_X_PROVIDER must be openai\n\tat a.b.C\n",
                StandardOpenOption.APPEND);

        assertEquals(Optional.of("NIGHTSHIFT_MODELS_X_PROVIDER must be openai"), LogTail.wrongSetting(log, begin));
        assertEquals(Optional.empty(), LogTail.wrongSetting(log, LogTail.length(log)));
    }

    @Test
    void aLargeLogBecomesTheOldOne() throws Exception {
        Path large = folder.resolve("large.log");
        Path small = folder.resolve("small.log");
        Files.writeString(small, "few words");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(LogFile.LARGE_BYTES + 1);
        }

        LogFile.rotate(large);
        LogFile.rotate(small);

        assertFalse(Files.exists(large));
        assertTrue(Files.exists(folder.resolve("large.log.old")));
        assertTrue(Files.exists(small));
    }

    @Test
    void aLinkInsideADeletedFolderIsNotFollowed() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside"), "stays");
        Path inside = Files.createDirectories(folder.resolve("in/side"));
        Files.createSymbolicLink(inside.resolve("link"), outside);

        Folders.delete(folder.resolve("in"));

        assertFalse(Files.exists(folder.resolve("in")));
        assertTrue(Files.exists(outside));
    }
}
