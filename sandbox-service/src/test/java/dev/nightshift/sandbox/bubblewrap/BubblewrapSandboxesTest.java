package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.Sandboxes;
import dev.nightshift.sandbox.isolation.SandboxesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class BubblewrapSandboxesTest extends SandboxesContract {
    private static BubblewrapSandboxes sandboxes;

    @BeforeAll
    static void make() {
        sandboxes = Driver.sandboxes(Driver.options());
    }

    @AfterAll
    static void end() {
        sandboxes.close();
    }

    @Override
    protected Sandboxes sandboxes() {
        return sandboxes;
    }
}
