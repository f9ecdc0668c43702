package dev.nightshift.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.local.process.Ports;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetAdminTest {
    private static final Duration START = Duration.ofSeconds(90);

    @TempDir
    Path root;

    @Test
    void whereNothingWasStartedYetThereIsNobodyToReset() throws Exception {
        FakeClone clone = FakeClone.in(root);

        String said = reset(clone, 1);

        assertTrue(said.contains("./nightshift up"), said);
        assertFalse(Files.exists(clone.dataDir()));
    }

    @Test
    void theDoorIsAskedWhileEverythingRunsAndWithPostgresStartedForTheMomentWhereItDoesNot() throws Exception {
        FakeClone clone = FakeClone.in(root);
        Process launcher = clone.up();
        try {
            await().atMost(START).until(() -> Files.readString(clone.log()).contains("Nightshift is ready"));
            assertEquals("reset-admin in nightshift\n", reset(clone, 0));
        } finally {
            launcher.destroy();
            launcher.waitFor();
        }

        String said = reset(clone, 0, "ada");

        assertEquals("reset-admin ada in nightshift\n", said);
        assertThrows(
                ConnectException.class,
                () -> new Socket(Ports.LOOPBACK, clone.port("NIGHTSHIFT_POSTGRES_PORT")).close());
    }

    private String reset(FakeClone clone, int code, String... arguments) throws Exception {
        Path output = Files.createTempFile(root, "reset", ".log");
        int ended =
                clone.java("dev.nightshift.local.ResetAdmin", output, arguments).waitFor();
        String said = Files.readString(output);
        assertEquals(code, ended, said);
        return said;
    }
}
