package dev.nightshift.local.process;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a component running: when its process ends, a new one is started at once, and after a pause where that happens
 * again and again. A process that ends by itself before it has worked for the first time is a failed start.
 */
public final class Supervised {
    private final Component component;
    private final Observer observer;
    private final RestartPause pause = new RestartPause();

    private volatile @Nullable Running running;
    private @Nullable IOException failure;
    private long logBegin;
    private boolean worked;
    private boolean stopping;

    /** Is told what happens, by the thread that it happens on. */
    public interface Observer {
        /** A process runs, the first one or another. */
        void started(Component component);

        /** A process ended that should not have. */
        void ended(Component component, String reason);

        /** A restarted component does its work again, so long after its end. */
        void recovered(Component component, Duration after);
    }

    private Supervised(Component component, Observer observer) {
        this.component = component;
        this.observer = observer;
    }

    public static Supervised start(Component component, Observer observer) throws IOException {
        Supervised supervised = new Supervised(component, observer);
        supervised.spawn();
        Thread.ofPlatform().daemon().name("keep-" + component.name()).start(supervised::keep);
        return supervised;
    }

    public Component component() {
        return component;
    }

    /** The process that runs now, or absent between two. */
    public @Nullable Long pid() {
        Running now = running;
        return now != null && now.alive() ? Long.valueOf(now.pid()) : null;
    }

    /** Waits until the component works for the first time; fails at once when it never will. */
    public void awaitReady(Duration atMost) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!component.ready()) {
            throwFailure();
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(component.name() + " was not ready within " + atMost.toSeconds() + " s"
                        + LogTail.of(component));
            }
            Thread.sleep(50);
        }
        synchronized (this) {
            worked = true;
        }
    }

    /** Asks the process to end; what is left of it after the time is killed. */
    public void stop(Duration atMost) throws InterruptedException {
        Running last;
        synchronized (this) {
            stopping = true;
            last = running;
        }
        if (last != null) {
            last.stop(atMost);
        }
    }

    private synchronized void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    private void spawn() throws IOException {
        synchronized (this) {
            if (stopping) {
                return;
            }
            logBegin = LogTail.length(component.log());
            running = Running.start(component);
        }
        observer.started(component);
    }

    private synchronized @Nullable Running current() {
        return stopping ? null : running;
    }

    private void keep() {
        try {
            for (int attempt = 1; ; attempt++) {
                Running now = current();
                if (now == null) {
                    return;
                }
                long began = System.nanoTime();
                int code = now.awaitEnd();
                long ended = System.nanoTime();
                if (current() == null || isFailedStart(code, attempt)) {
                    return;
                }
                observer.ended(component, reason(code));
                Thread.sleep(pause.after(Duration.ofNanos(ended - began)));
                restart(ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isFailedStart(int code, int attempt) {
        if (worked || isSignal(code) || attempt < component.attempts()) {
            return false;
        }
        failure = new IOException(LogTail.wrongSetting(component.log(), logBegin)
                .orElseGet(() -> component.name() + " ended with " + reason(code) + LogTail.of(component)));
        return true;
    }

    private void restart(long ended) throws InterruptedException {
        try {
            spawn();
        } catch (IOException e) {
            observer.ended(component, String.valueOf(e.getMessage()));
            return;
        }
        Running now = current();
        if (now != null && now.awaitReady(component)) {
            observer.recovered(component, Duration.ofNanos(System.nanoTime() - ended));
        }
    }

    private static boolean isSignal(int code) {
        return code > 128 && code <= 128 + 64;
    }

    private static String reason(int code) {
        return isSignal(code) ? "signal " + (code - 128) : "exit code " + code;
    }
}
