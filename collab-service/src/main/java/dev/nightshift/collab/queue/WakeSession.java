package dev.nightshift.collab.queue;

import dev.nightshift.collab.session.Sessions;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.publish.CommittedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Starts the next run of one session, if it has one to start. */
@ApplicationScoped
class WakeSession {
    private final Pool pool;
    private final Sessions sessions;
    private final StartNextRun nextRun;
    private final CommittedRows publisher;

    WakeSession(Pool pool, Sessions sessions, StartNextRun nextRun, CommittedRows publisher) {
        this.pool = pool;
        this.sessions = sessions;
        this.nextRun = nextRun;
        this.publisher = publisher;
    }

    Uni<Void> start(SessionId id) {
        return pool.withTransaction(tx -> sessions.lock(tx, id)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : nextRun.ifIdle(tx, found.get()).chain(after -> sessions.advance(tx, after, null))))
                .invoke(publisher::nudge);
    }
}
