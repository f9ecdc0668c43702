package dev.nightshift.sandbox.bubblewrap;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.sandbox.isolation.SandboxUnavailableException;
import org.junit.jupiter.api.Test;

class MissingProgramTest {
    @Test
    void aMachineWithoutBubblewrapSaysSoInOneLine() {
        BubblewrapOptions there = Driver.options();
        BubblewrapOptions missing = new BubblewrapOptions(
                "no-such-bwrap",
                there.limits(),
                there.dropToUser(),
                there.readable(),
                there.support(),
                there.protections());
        try (BubblewrapSandboxes sandboxes = Driver.sandboxes(missing)) {
            String message = assertThrows(SandboxUnavailableException.class, sandboxes::enforcement)
                    .getMessage();

            assertTrue(message.contains("no-such-bwrap"), message);
            assertTrue(message.indexOf('\n') < 0, message);
        }
    }
}
