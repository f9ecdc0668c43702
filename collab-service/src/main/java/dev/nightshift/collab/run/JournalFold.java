package dev.nightshift.collab.run;

import dev.nightshift.collab.log.NewEvent;
import dev.nightshift.collab.queue.QueuedMessage;
import dev.nightshift.collab.session.SessionRun;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunEvent.MessageTaken;
import dev.nightshift.contracts.RunEvent.RunCancelled;
import dev.nightshift.contracts.RunEvent.RunCompleted;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.RunQueued;
import dev.nightshift.contracts.RunEvent.RunSkipped;
import dev.nightshift.contracts.RunEvent.RunStarted;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the entries run by run in the order of their numbers: a number that has been seen is dropped, the next
 * one is applied, and whatever stands behind a gap is held.
 */
@Decision
final class JournalFold {
    private final JournalState state;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<SessionRun> runs = new ArrayList<>();
    private final List<JournalEntry> holds = new ArrayList<>();
    private final Set<UUID> taken = new HashSet<>();
    private @Nullable RunId activeRun;
    private boolean someRunEnded;

    JournalFold(JournalState state) {
        this.state = state;
        this.activeRun = state.activeRun();
    }

    AppendPlan plan() {
        byRun().values().forEach(this::addRun);
        return new AppendPlan(events, runs, holds, taken, activeRun, someRunEnded);
    }

    private Map<RunId, NavigableMap<Long, JournalEntry>> byRun() {
        Map<RunId, NavigableMap<Long, JournalEntry>> byRun = new LinkedHashMap<>();
        for (JournalEntry entry : state.entries()) {
            byRun.computeIfAbsent(entry.runId(), id -> new TreeMap<>()).putIfAbsent(entry.n(), entry);
        }
        return byRun;
    }

    private void addRun(NavigableMap<Long, JournalEntry> entries) {
        JournalEntry any = entries.firstEntry().getValue();
        SessionRun before =
                state.runs().getOrDefault(any.runId(), SessionRun.due(any.runId(), any.sessionId(), any.agentId()));
        SessionRun run = before;
        boolean gap = false;
        for (JournalEntry entry : entries.tailMap(before.lastN(), false).values()) {
            if (entry.n() == run.lastN() + 1) {
                run = apply(run, entry);
            } else {
                gap = true;
                holds.add(entry);
            }
        }
        run = run.holding(gap);
        if (!run.equals(before)) {
            runs.add(run);
        }
    }

    private SessionRun apply(SessionRun run, JournalEntry entry) {
        RunStatus status = statusAfter(run.status(), entry.event());
        if (entry.event() instanceof MessageTaken message) {
            taken.add(message.messageId());
        }
        if (status.isFinal() && entry.event() instanceof Known last) {
            settleUntaken(entry.runId(), last);
        }
        SessionEvents.of(entry.event()).ifPresent(events::add);
        follow(entry.runId(), status);
        return run.reached(entry.n(), status);
    }

    private void follow(RunId run, RunStatus status) {
        if (status.isFinal()) {
            someRunEnded = true;
            activeRun = run.equals(activeRun) ? null : activeRun;
        } else if (activeRun == null) {
            activeRun = run;
        }
    }

    /** A run that ends without having taken its messages takes them along: they would start the same run again. */
    private void settleUntaken(RunId run, Known last) {
        for (QueuedMessage message : state.waiting()) {
            if (run.equals(message.runId()) && taken.add(message.messageId())) {
                events.add(SessionEvents.untaken(message, run, last.at()));
            }
        }
    }

    private static RunStatus statusAfter(RunStatus before, RunEvent event) {
        return switch (event) {
            case RunQueued e -> RunStatus.PENDING;
            case RunStarted e -> RunStatus.RUNNING;
            case RunCompleted e -> RunStatus.COMPLETED;
            case RunFailed e -> RunStatus.FAILED;
            case RunCancelled e -> RunStatus.CANCELLED;
            case RunSkipped e -> RunStatus.SKIPPED;
            case MessageTaken e -> before;
            case RunEvent.ModelAnswered e -> before;
            case RunEvent.ToolStarted e -> before;
            case RunEvent.ToolCompleted e -> before;
            case RunEvent.UnknownRunEvent e -> before;
        };
    }
}
