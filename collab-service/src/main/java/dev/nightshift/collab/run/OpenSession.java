package dev.nightshift.collab.run;

import dev.nightshift.collab.session.Session;
import dev.nightshift.collab.session.SessionKind;
import dev.nightshift.collab.session.SessionOrigin;
import dev.nightshift.collab.session.SessionRuns;
import dev.nightshift.collab.session.Sessions;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunEvent.RunQueued;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Locks the session that entries belong to. The first entry of a run says all that is needed to create it. A run that
 * was made due here stays in its session, also where its due record was so damaged that the runner took another one.
 */
@ApplicationScoped
class OpenSession {
    private final Sessions sessions;
    private final SessionRuns runs;

    OpenSession(Sessions sessions, SessionRuns runs) {
        this.sessions = sessions;
        this.runs = runs;
    }

    /** Empty where the session is not there and no entry can create it. */
    Uni<Optional<Session>> of(SqlClient tx, List<JournalEntry> entries) {
        JournalEntry any = entries.getFirst();
        return sessions.lockOrReserve(tx, any.sessionId()).chain(found -> {
            Optional<RunQueued> first = entries.stream()
                    .map(JournalEntry::event)
                    .filter(RunQueued.class::isInstance)
                    .map(RunQueued.class::cast)
                    .findFirst();
            if (found.isPresent()) {
                return Uni.createFrom().item(found);
            }
            return first.isPresent() ? create(tx, first.get()) : whereDue(tx, any.runId());
        });
    }

    private Uni<Optional<Session>> whereDue(SqlClient tx, RunId run) {
        return runs.find(tx, run)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(Optional.<Session>empty())
                        : sessions.lock(tx, due.get().sessionId()));
    }

    private Uni<Optional<Session>> create(SqlClient tx, RunQueued first) {
        return sessions.create(tx, first.sessionId(), origin(first), first.at())
                .chain(() -> sessions.lock(tx, first.sessionId()));
    }

    static SessionOrigin origin(RunQueued first) {
        boolean chat = first.trigger() == Trigger.CHAT;
        return new SessionOrigin(
                chat ? SessionKind.CHAT : SessionKind.BACKGROUND,
                first.agentId(),
                first.agentName(),
                typeOf(first.actingFor(), chat),
                owner(first.actingFor()),
                chat ? null : first.runId());
    }

    /** A chat does not tell: it acts for its speaker whatever the agent is. */
    private static @Nullable AgentType typeOf(ActingFor actingFor, boolean chat) {
        if (actingFor.kind() == ActingFor.Kind.ORGANISATION) {
            return AgentType.ORG;
        }
        return chat ? null : AgentType.USER;
    }

    private static @Nullable Author owner(ActingFor actingFor) {
        MemberId member = actingFor.memberId();
        String name = actingFor.name();
        return member == null ? null : new Author(member, name == null ? "" : name);
    }
}
