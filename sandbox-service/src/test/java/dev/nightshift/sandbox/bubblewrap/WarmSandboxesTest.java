package dev.nightshift.sandbox.bubblewrap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.sandbox.isolation.Enforcement;
import dev.nightshift.sandbox.isolation.Sandbox;
import dev.nightshift.sandbox.isolation.Sandboxes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmSandboxesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Made made = new Made(Driver.sandboxes(Driver.options()));
    private final WarmSandboxes warm = new WarmSandboxes(made, 1);

    /** Remembers every sandbox that was made. */
    private record Made(Sandboxes real, List<Sandbox> all) implements Sandboxes {
        Made(Sandboxes real) {
            this(real, new CopyOnWriteArrayList<>());
        }

        @Override
        public Sandbox open() {
            Sandbox sandbox = real.open();
            all.add(sandbox);
            return sandbox;
        }

        @Override
        public Enforcement enforcement() {
            return real.enforcement();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    @AfterEach
    void close() {
        warm.close();
    }

    @Test
    void theNextSandboxIsMadeBeforeItIsAskedFor() {
        warm.enforcement();
        await().atMost(PATIENCE).until(() -> made.all().size() == 1);

        assertEquals(made.all().getFirst(), warm.open());
        await().atMost(PATIENCE).until(() -> made.all().size() == 2);
    }

    @Test
    void aSandboxThatDiedWaitingIsNotGivenOut() {
        warm.enforcement();
        await().atMost(PATIENCE).until(() -> made.all().size() == 1);
        made.all().getFirst().close();

        Sandbox given = warm.open();

        assertNotSame(made.all().getFirst(), given);
        assertTrue(given.isAlive());
    }
}
