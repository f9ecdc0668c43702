package dev.nightshift.collab.run;

import dev.nightshift.collab.log.LogEvent;
import dev.nightshift.collab.log.SessionLog;
import dev.nightshift.collab.session.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes entries of run journals over into the log of their session, on any node and any number of times: under the
 * session's lock, in one transaction with what follows from them.
 */
@ApplicationScoped
class AppendRunEvents {
    private static final Logger LOG = Logger.getLogger(AppendRunEvents.class);

    private final Pool pool;
    private final OpenSession open;
    private final RunJournals journals;
    private final ApplyPlan apply;
    private final SessionLog log;

    AppendRunEvents(Pool pool, OpenSession open, RunJournals journals, ApplyPlan apply, SessionLog log) {
        this.pool = pool;
        this.open = open;
        this.journals = journals;
        this.apply = apply;
        this.log = log;
    }

    /** {@code entries}, at least one, all of one session, in the order in which they came. */
    Uni<Void> append(List<JournalEntry> entries) {
        return pool.withTransaction(tx -> open.of(tx, entries)
                        .chain(found -> takeOver(tx, found, entries).map(events -> new Appended(found, events))))
                .invoke(appended ->
                        appended.session().ifPresent(session -> log.announce(session.id(), appended.events())))
                .replaceWithVoid();
    }

    private record Appended(Optional<Session> session, List<LogEvent> events) {}

    private Uni<List<LogEvent>> takeOver(SqlClient tx, Optional<Session> session, List<JournalEntry> entries) {
        return journals.before(tx, session, entries).chain(before -> {
            AppendPlan plan = AppendPlan.of(before);
            if (plan.changesNothing()) {
                return Uni.createFrom().item(List.<LogEvent>of());
            }
            if (!plan.holds().isEmpty()) {
                JournalEntry first = plan.holds().getFirst();
                LOG.warnf("held behind a gap runId=%s n=%d", first.runId(), first.n());
            }
            return plan.someRunEnded()
                    ? journals.store(tx, before, plan).chain(() -> apply.to(tx, session, plan))
                    : apply.to(tx, session, plan).call(() -> journals.store(tx, before, plan));
        });
    }
}
