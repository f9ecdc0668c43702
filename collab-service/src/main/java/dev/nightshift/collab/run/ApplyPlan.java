package dev.nightshift.collab.run;

import dev.nightshift.collab.log.LogEvent;
import dev.nightshift.collab.log.NewEvent;
import dev.nightshift.collab.log.SessionLog;
import dev.nightshift.collab.queue.StartNextRun;
import dev.nightshift.collab.session.Session;
import dev.nightshift.collab.session.Sessions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Appends to the locked session and, where a run has ended and messages wait, makes the next one due. */
@ApplicationScoped
class ApplyPlan {
    private final SessionLog log;
    private final Sessions sessions;
    private final StartNextRun nextRun;

    ApplyPlan(SessionLog log, Sessions sessions, StartNextRun nextRun) {
        this.log = log;
        this.sessions = sessions;
        this.nextRun = nextRun;
    }

    /**
     * A session that is not there takes no events: its run was skipped, its first entry is still missing, or nobody
     * could read its due record, which leaves a run that failed and nothing else.
     */
    Uni<List<LogEvent>> to(SqlClient tx, Optional<Session> session, AppendPlan plan) {
        if (session.isPresent()) {
            return to(tx, session.get(), plan);
        }
        if (!plan.events().stream().allMatch(event -> event.type().equals("run.failed"))) {
            throw new IllegalStateException("the first entry of a run must be run.queued");
        }
        return Uni.createFrom().item(List.of());
    }

    private Uni<List<LogEvent>> to(SqlClient tx, Session session, AppendPlan plan) {
        List<NewEvent> events = plan.events();
        return log.append(tx, session.id(), session.head(), events).call(appended -> {
            Session after = session.advanced(appended.size(), plan.activeRun());
            return (plan.someRunEnded()
                            ? nextRun.ifIdle(tx, after)
                            : Uni.createFrom().item(after))
                    .chain(next -> sessions.advance(
                            tx, next, events.isEmpty() ? null : events.getLast().at()));
        });
    }
}
