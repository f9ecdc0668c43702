package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.SandboxUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Starts every bubblewrap from one thread that lives as long as the service: the kernel ends a child that asked to die
 * with its parent when the <em>thread</em> that started it ends.
 */
final class SpawnThread implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("sandbox-spawn").factory());

    /** The process, with none of the environment of the service. */
    Process start(List<String> command) {
        try {
            return thread.submit(() -> spawn(command)).get();
        } catch (RejectedExecutionException e) {
            throw new SandboxUnavailableException("The service is stopping.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxUnavailableException("The service is stopping.");
        } catch (ExecutionException e) {
            throw new SandboxUnavailableException("A sandbox cannot be started: " + rootMessage(e));
        }
    }

    private static String rootMessage(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }

    private static Process spawn(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        return builder.start();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
