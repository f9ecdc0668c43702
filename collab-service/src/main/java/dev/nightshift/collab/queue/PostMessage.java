package dev.nightshift.collab.queue;

import dev.nightshift.collab.session.Session;
import dev.nightshift.collab.session.Sessions;
import dev.nightshift.collab.session.VisibleSession;
import dev.nightshift.contracts.Author;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.publish.CommittedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Puts a message into a session's queue and, where no run is active, makes its run due: in one transaction. */
@ApplicationScoped
public class PostMessage {
    private final Pool pool;
    private final Sessions sessions;
    private final Messages messages;
    private final AcceptMessage accept;
    private final CommittedRows publisher;

    PostMessage(Pool pool, Sessions sessions, Messages messages, AcceptMessage accept, CommittedRows publisher) {
        this.pool = pool;
        this.sessions = sessions;
        this.messages = messages;
        this.accept = accept;
        this.publisher = publisher;
    }

    /** The message's id; a repeat by the same author under the same {@code clientId} gets that of the first. */
    public Uni<UUID> post(VisibleSession seen, Author author, NewMessage message) {
        if (!seen.mayPost()) {
            return Uni.createFrom()
                    .failure(Problem.forbidden("Only whose session it is may post here. Fork it to go on from it."));
        }
        return pool.withTransaction(tx -> sessions.lock(tx, seen.id())
                        .map(found -> found.orElseThrow(() -> Problem.notFound("session")))
                        .chain(session -> postOnce(tx, session, new Speaker(author, seen.admin()), message)))
                .invoke(publisher::nudge);
    }

    private Uni<UUID> postOnce(SqlClient tx, Session session, Speaker speaker, NewMessage message) {
        return messages.find(tx, session.id(), speaker.author().memberId(), message.clientId())
                .chain(earlier -> earlier.isPresent()
                        ? Uni.createFrom().item(() -> repeated(earlier.get(), message))
                        : accept.into(tx, session, speaker, message));
    }

    private static UUID repeated(QueuedMessage earlier, NewMessage message) {
        if (!earlier.text().equals(message.text())) {
            throw Problem.conflict("This clientId has been used for another message.");
        }
        return earlier.messageId();
    }
}
