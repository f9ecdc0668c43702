package dev.nightshift.sandbox.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * The place where the code of one run executes. Calls block and come from one thread at a time; only
 * {@link #close} may come at any moment. A call that finds or leaves the sandbox dead throws
 * {@link SandboxLostException}.
 */
public interface Sandbox extends AutoCloseable {

    /**
     * Does one thing and leaves no process behind. Whatever the code does is an {@link Outcome}, never an exception.
     *
     * @param timeout after which everything that the action started is killed
     */
    Outcome execute(Action action, Duration timeout);

    /**
     * Writes the workspace to {@code archive} in a form that only {@link #restore} of the same driver reads.
     *
     * @param known the version that the caller holds already; nothing is written when it is the present one
     */
    Saved save(Optional<String> known, OutputStream archive) throws IOException;

    /** Fills the workspace of a fresh sandbox; answers its version. */
    Optional<String> restore(InputStream archive) throws IOException;

    boolean isAlive();

    /** Kills everything inside and waits until it is gone. Repeating it does nothing. */
    @Override
    void close();

    /** What became of saving a workspace. */
    sealed interface Saved {
        /** The archive is whole; a missing version means that nobody can tell cheaply whether it changes. */
        record Written(Optional<String> version) implements Saved {}

        record Unchanged() implements Saved {}

        /** The workspace is too large to be kept; the archive is not whole. */
        record TooLarge(long limitBytes) implements Saved {}

        /** The workspace has a path so long that it could not be restored; the archive is not whole. */
        record TooDeep() implements Saved {}
    }
}
