package dev.nightshift.local;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Waits for several things, so that the first failure ends the wait, whichever it is. */
final class AtTheSameTime {
    private AtTheSameTime() {}

    /** A wait that may fail. */
    interface Wait<T> {
        void on(T item) throws IOException, InterruptedException;
    }

    /** Returns when all waits have; fails with the message of the first that fails. */
    static <T> void forEach(Collection<T> items, Wait<T> wait) throws IOException, InterruptedException {
        ExecutorCompletionService<Void> waits =
                new ExecutorCompletionService<>(Executors.newVirtualThreadPerTaskExecutor());
        for (T item : items) {
            waits.submit(() -> {
                wait.on(item);
                return null;
            });
        }
        for (int i = 0; i < items.size(); i++) {
            try {
                waits.take().get();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                throw new IOException(String.valueOf(cause.getMessage()), cause);
            }
        }
    }
}
