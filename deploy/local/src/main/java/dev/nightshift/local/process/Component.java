package dev.nightshift.local.process;

import java.io.IOException;
import java.nio.file.Path;

/** Something that runs as a process of its own and can be killed and started again alone. */
public interface Component {
    String name();

    /**
     * Starts the process. Its standard input is a pipe from this JVM, and it ends when that pipe does, so that nothing
     * survives a launcher that was killed.
     */
    Spawned spawn() throws IOException;

    /** Whether it does its work now; asked often, answers within a few seconds. */
    boolean ready();

    /** How often the process may be started before it has worked for the first time. */
    default int attempts() {
        return 1;
    }

    /** Where the process writes what it has to say. */
    Path log();

    /**
     * A started process.
     *
     * @param process what was spawned, and what is waited for
     * @param pid the process that does the work, which may be a child of the one spawned
     */
    record Spawned(Process process, long pid) {
        public Spawned(Process process) {
            this(process, process.pid());
        }
    }
}
