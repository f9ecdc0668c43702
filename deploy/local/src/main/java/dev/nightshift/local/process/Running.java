package dev.nightshift.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One process of a component, from its start to its end. */
public final class Running {
    private static final int POLL_MILLIS = 50;

    private final Component.Spawned spawned;

    private Running(Component.Spawned spawned) {
        this.spawned = spawned;
    }

    public static Running start(Component component) throws IOException {
        return new Running(component.spawn());
    }

    public long pid() {
        return spawned.pid();
    }

    public boolean alive() {
        return spawned.process().isAlive();
    }

    /** Waits for the end and gives the exit code; 128 and the number of the signal where one ended it. */
    public int awaitEnd() throws InterruptedException {
        int code = spawned.process().waitFor();
        closePipe();
        return code;
    }

    /** Waits until the component does its work; false when this process ended before. */
    public boolean awaitReady(Component component) throws InterruptedException {
        while (!component.ready()) {
            if (spawned.process().waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Asks the process to end, in both ways it may listen to; what is left after the time is killed. */
    public void stop(Duration atMost) throws InterruptedException {
        closePipe();
        spawned.process().destroy();
        if (!spawned.process().waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Ends the process and everything it started, at once. */
    public void kill() {
        if (alive()) {
            spawned.process().descendants().forEach(ProcessHandle::destroyForcibly);
            spawned.process().destroyForcibly();
        }
    }

    private void closePipe() {
        try {
            spawned.process().getOutputStream().close();
        } catch (IOException e) {
            // The pipe is gone, and with it the process.
        }
    }
}
