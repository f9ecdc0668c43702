package dev.nightshift.collab.run;

import dev.nightshift.collab.log.NewEvent;
import dev.nightshift.collab.session.SessionRun;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.RunId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What entries of run journals change in their session: the events to append in order, how far each run has come, the
 * entries to hold because an earlier one is missing, the messages that left the queue, and the run that is active now.
 */
@Decision
record AppendPlan(
        List<NewEvent> events,
        List<SessionRun> runs,
        List<JournalEntry> holds,
        Set<UUID> taken,
        @Nullable RunId activeRun,
        boolean someRunEnded) {
    AppendPlan {
        events = List.copyOf(events);
        runs = List.copyOf(runs);
        holds = List.copyOf(holds);
        taken = Set.copyOf(taken);
    }

    static AppendPlan of(JournalState state) {
        return new JournalFold(state).plan();
    }

    boolean changesNothing() {
        return runs.isEmpty() && holds.isEmpty();
    }
}
