package dev.nightshift.local.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Supervised.Observer observer = new Supervised.Observer() {
        @Override
        public void started(Component component) {
            seen.add("started");
        }

        @Override
        public void ended(Component component, String reason) {
            seen.add("ended with " + reason);
        }

        @Override
        public void recovered(Component component, Duration after) {
            seen.add("recovered");
        }
    };

    @Test
    void aKilledProcessIsReplacedAtOnce() throws Exception {
        Supervised supervised = Supervised.start(new ShellComponent(folder, "touch ready; cat"), observer);
        supervised.awaitReady(SOON);
        long first = supervised.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(SOON).until(() -> seen.contains("recovered"));
        assertEquals(List.of("started", "ended with signal 9", "started", "recovered"), seen);
        assertTrue(supervised.pid() != first);
        supervised.stop(SOON);
    }

    @Test
    void aProcessThatEndsBeforeItWorkedIsAFailedStartWithItsLastWords() throws Exception {
        Supervised supervised = Supervised.start(new ShellComponent(folder, "echo the reason; exit 3"), observer);

        IOException failed = assertThrows(IOException.class, () -> supervised.awaitReady(SOON));

        assertTrue(failed.getMessage().contains("exit code 3"), failed.getMessage());
        assertTrue(failed.getMessage().contains("the reason"), failed.getMessage());
        assertEquals(List.of("started"), seen);
    }

    @Test
    void aProcessThatWorkedIsReplacedWhateverItsExitCode() throws Exception {
        Supervised supervised =
                Supervised.start(new ShellComponent(folder, "touch ready; read line; exit 4"), observer);
        supervised.awaitReady(SOON);

        ProcessHandle.of(supervised.pid()).orElseThrow().destroy();
        await().atMost(SOON).until(() -> seen.contains("recovered"));

        assertTrue(seen.contains("ended with signal 15"));
        supervised.stop(SOON);
    }

    @Test
    void aStoppedProcessIsNotReplaced() throws Exception {
        Supervised supervised = Supervised.start(new ShellComponent(folder, "touch ready; cat"), observer);
        supervised.awaitReady(SOON);

        supervised.stop(SOON);

        assertEquals(null, supervised.pid());
        assertEquals(List.of("started"), seen);
    }

    @Test
    void whatDoesNotEndWhenAskedIsKilledWithAllItStarted() throws Exception {
        Supervised supervised = Supervised.start(
                new ShellComponent(folder, "trap '' TERM; sleep 1000 & touch ready; while :; do sleep 1000; done"),
                observer);
        supervised.awaitReady(SOON);
        List<ProcessHandle> all =
                ProcessHandle.of(supervised.pid()).orElseThrow().descendants().toList();

        supervised.stop(Duration.ofMillis(200));

        await().atMost(SOON).untilAsserted(() -> assertFalse(all.stream().anyMatch(ProcessHandle::isAlive)));
    }
}
