package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.contracts.Decision;

/**
 * What one sandbox may use. Sizes in bytes; {@code cpus} in processors. Files in memory count as memory, so the
 * workspace and {@code /tmp} together must leave room for programs: a full disk must not look like a lack of memory.
 */
@Decision
record Limits(long memory, long workspace, long tmp, int processes, double cpus) {
    /** What a program may print before the middle of it is left out. */
    static final int OUTPUT = 64 * 1024;

    static final int OPEN_FILES = 1024;
    static final long SHARED_MEMORY = 16L << 20;

    private static final long MIB = 1L << 20;
    private static final long FOR_PROGRAMS = 64 * MIB;

    Limits {
        if (workspace < MIB) {
            throw new IllegalArgumentException("nightshift.sandbox.workspace-size must be at least 1M");
        }
        if (tmp < MIB) {
            throw new IllegalArgumentException("nightshift.sandbox.tmp-size must be at least 1M");
        }
        if (memory < workspace + tmp + SHARED_MEMORY + FOR_PROGRAMS) {
            throw new IllegalArgumentException("nightshift.sandbox.memory must be at least "
                    + (workspace + tmp + SHARED_MEMORY + FOR_PROGRAMS) / MIB
                    + "M: workspace-size and tmp-size are part of it, and programs need 80M");
        }
    }

    /** The most that an archive of the workspace may take: its files, and the names of many small ones. */
    long archive() {
        return workspace + workspace / 4 + 32 * MIB;
    }
}
