package dev.nightshift.runner.queue;

import dev.nightshift.runner.journal.LeasedRun;

/** Works on a run until it has ended or is no longer this node's. Blocks; an interrupt calls it off. */
public interface RunWorker {
    void work(LeasedRun run);
}
