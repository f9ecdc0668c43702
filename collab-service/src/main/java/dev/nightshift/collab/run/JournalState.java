package dev.nightshift.collab.run;

import dev.nightshift.collab.queue.QueuedMessage;
import dev.nightshift.collab.session.SessionRun;
import dev.nightshift.contracts.RunId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a session's runs stand before entries are added: {@code entries} are the new ones and those held before, in any
 * order within a run; {@code waiting} the messages that no run has taken; {@code activeRun} the one under way.
 */
record JournalState(
        Map<RunId, SessionRun> runs,
        List<JournalEntry> entries,
        List<QueuedMessage> waiting,
        @Nullable RunId activeRun) {
    JournalState {
        runs = Map.copyOf(runs);
        entries = List.copyOf(entries);
        waiting = List.copyOf(waiting);
    }
}
