package dev.nightshift.sandbox.bubblewrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nightshift.sandbox.isolation.Action.RunPython;
import dev.nightshift.sandbox.isolation.Protection;
import dev.nightshift.sandbox.isolation.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two protections that are seen better from outside or with limits of their own. */
class ProcessorAndUserTest {
    static final Set<Protection> ATTACKED = EnumSet.of(Protection.CPU, Protection.USER);

    private static final Duration LONG = Duration.ofSeconds(30);

    /** A tenth of a processor is asked to give a third: far enough apart to be told on a busy machine. */
    private static final BubblewrapOptions TENTH = Driver.options(new Limits(
            Driver.LIMITS.memory(), Driver.LIMITS.workspace(), Driver.LIMITS.tmp(), Driver.LIMITS.processes(), 0.1));

    @Test
    void aProcessorIsSharedOutAsAllowed() {
        try (BubblewrapSandboxes sandboxes = Driver.sandboxes(TENTH)) {
            assumeTrue(
                    sandboxes.enforcement().enforced().contains(Protection.CPU), "this machine does not limit the CPU");

            assertEquals("little\n", shareOfProcessor(sandboxes));
        }
    }

    @Test
    void withoutTheProtectionAProcessorIsTaken() {
        try (BubblewrapSandboxes sandboxes = Driver.sandboxes(TENTH.without(Protection.CPU))) {
            assertEquals("much\n", shareOfProcessor(sandboxes));
        }
    }

    private static String shareOfProcessor(BubblewrapSandboxes sandboxes) {
        try (Sandbox sandbox = sandboxes.open()) {
            return sandbox.execute(new RunPython("""
                            import time
                            start, used = time.monotonic(), time.process_time()
                            while time.process_time() - used < 0.12:
                                pass
                            share = (time.process_time() - used) / (time.monotonic() - start)
                            print("much" if share > 0.2 else "little")
                            """), LONG).output();
        }
    }

    @Test
    void noProcessInsideIsRootOnTheMachine() throws IOException {
        assertFalse(somethingIsRoot(Driver.options()));
    }

    @Test
    void withoutTheProtectionRootStaysRoot() throws IOException {
        assumeTrue(BubblewrapDriver.isRoot(), "only root can forget to drop it");

        assertEquals(true, somethingIsRoot(Driver.options().without(Protection.USER)));
    }

    private static boolean somethingIsRoot(BubblewrapOptions options) throws IOException {
        Set<ProcessHandle> before =
                Set.copyOf(ProcessHandle.current().descendants().toList());
        try (BubblewrapSandboxes sandboxes = Driver.sandboxes(options);
                Sandbox sandbox = sandboxes.open()) {
            boolean root = false;
            for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
                if (!before.contains(process)) {
                    root |= Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))
                            .contains("Uid:\t0\t0\t0\t0");
                }
            }
            return root;
        }
    }
}
