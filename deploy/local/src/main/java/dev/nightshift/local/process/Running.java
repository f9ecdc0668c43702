package dev.nightshift.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A component that runs. */
public final class Running {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Component component;
    private final Component.Spawned spawned;

    private Running(Component component, Component.Spawned spawned) {
        this.component = component;
        this.spawned = spawned;
    }

    public static Running start(Component component) throws IOException {
        return new Running(component, component.spawn());
    }

    public long pid() {
        return spawned.pid();
    }

    public boolean alive() {
        return spawned.process().isAlive();
    }

    /** Waits for the end and gives the exit code. */
    public int awaitEnd() throws InterruptedException {
        return spawned.process().waitFor();
    }

    /** Waits until the component does its work. Ends early when the process does. */
    public void awaitReady(Duration atMost) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!component.ready()) {
            if (spawned.process().waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(component.name() + " ended with exit code "
                        + spawned.process().exitValue() + lastWords());
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(
                        component.name() + " was not ready within " + atMost.toSeconds() + " s" + lastWords());
            }
        }
    }

    private String lastWords() {
        return LogTail.of(component.log(), 3) + " (" + component.log() + ")";
    }

    /** Asks the process to end by closing its standard input; what is left after the time is killed. */
    public void stop(Duration atMost) throws InterruptedException {
        Process process = spawned.process();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The pipe is gone, and with it the process: what matters is checked below.
        }
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Ends the process and everything it started, at once. */
    public void kill() {
        spawned.process().descendants().forEach(ProcessHandle::destroyForcibly);
        spawned.process().destroyForcibly();
        ProcessHandle.of(spawned.pid())
                .filter(ignored -> spawned.process().isAlive())
                .ifPresent(ProcessHandle::destroyForcibly);
    }
}
