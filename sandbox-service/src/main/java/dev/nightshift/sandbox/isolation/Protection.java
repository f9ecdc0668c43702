package dev.nightshift.sandbox.isolation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One thing that code in a sandbox is held to. */
public enum Protection {
    /** No network, and no socket of the machine. */
    NETWORK,
    /** No file of the machine but the programs it needs, and those read-only. */
    FILES,
    /** A workspace of its own with a hard size. */
    WORKSPACE,
    /** File tools never leave the workspace. */
    PATHS,
    /** No process outlives its execution. */
    LEFTOVERS,
    /** A hard time for each execution. */
    TIME,
    /** Never root on the machine. */
    USER,
    /** No new user namespace, and with it no new privilege inside one. */
    NAMESPACES,
    /** The process that serves executions cannot be traced, signalled or read. */
    EXECUTOR,
    /** A hard number of processes and threads. */
    PROCESSES,
    /** A hard amount of memory for everything together. */
    MEMORY,
    /** A hard share of the processors. */
    CPU,
    /** A hard size of one file, a hard number of open files, and no core dumps. */
    FILE_LIMITS;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
