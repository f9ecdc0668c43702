package dev.nightshift.collab.run;

import dev.nightshift.collab.queue.Messages;
import dev.nightshift.collab.queue.QueuedMessage;
import dev.nightshift.collab.session.Session;
import dev.nightshift.collab.session.SessionRun;
import dev.nightshift.collab.session.SessionRuns;
import dev.nightshift.contracts.RunEvent.MessageTaken;
import dev.nightshift.contracts.RunEvent.ModelAnswered;
import dev.nightshift.contracts.RunEvent.RunQueued;
import dev.nightshift.contracts.RunEvent.RunStarted;
import dev.nightshift.contracts.RunEvent.ToolCompleted;
import dev.nightshift.contracts.RunEvent.ToolStarted;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What has been taken over of the runs of one session; everything happens under the session's lock. */
@ApplicationScoped
class RunJournals {
    private final SessionRuns runs;
    private final HeldEntries holds;
    private final Messages messages;

    RunJournals(SessionRuns runs, HeldEntries holds, Messages messages) {
        this.runs = runs;
        this.holds = holds;
        this.messages = messages;
    }

    /** {@code entries} all belong to one session; {@code session} is empty while it is not there. */
    Uni<JournalState> before(SqlClient tx, Optional<Session> session, List<JournalEntry> entries) {
        List<RunId> ids = entries.stream().map(JournalEntry::runId).distinct().toList();
        SessionId sessionId = session.map(Session::id).orElse(entries.getFirst().sessionId());
        return runs.find(tx, ids)
                .chain(known -> holds.of(tx, known.values()).chain(earlier -> {
                    List<JournalEntry> all =
                            Stream.concat(earlier.stream(), entries.stream()).toList();
                    return waiting(tx, sessionId, all)
                            .map(waiting -> new JournalState(
                                    known,
                                    all,
                                    waiting,
                                    session.map(Session::activeRun).orElse(null)));
                }));
    }

    Uni<Void> store(SqlClient tx, JournalState before, AppendPlan plan) {
        List<SessionRun> held =
                plan.runs().stream().filter(run -> didHold(before.runs(), run)).toList();
        return Uni.join()
                .all(
                        runs.store(tx, plan.runs()),
                        messages.taken(tx, plan.taken()),
                        holds.release(tx, held),
                        holds.hold(tx, plan.holds()))
                .andFailFast()
                .replaceWithVoid();
    }

    private static boolean didHold(Map<RunId, SessionRun> before, SessionRun run) {
        SessionRun earlier = before.get(run.runId());
        return earlier != null && earlier.held();
    }

    /** The queue matters only where a run ends. */
    private Uni<List<QueuedMessage>> waiting(SqlClient tx, SessionId session, Collection<JournalEntry> entries) {
        return entries.stream().allMatch(RunJournals::goesOn)
                ? Uni.createFrom().item(List.of())
                : messages.waiting(tx, session);
    }

    private static boolean goesOn(JournalEntry entry) {
        return switch (entry.event()) {
            case RunQueued e -> true;
            case RunStarted e -> true;
            case MessageTaken e -> true;
            case ModelAnswered e -> true;
            case ToolStarted e -> true;
            case ToolCompleted e -> true;
            default -> false;
        };
    }
}
