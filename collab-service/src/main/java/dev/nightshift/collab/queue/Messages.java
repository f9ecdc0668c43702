package dev.nightshift.collab.queue;

import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of messages. A taken one stays, so that a repeat is recognised. */
@ApplicationScoped
public class Messages {
    private static final String INSERT = """
            insert into messages (message_id, session_id, author_id, author_name, client_id, text, posted_at)
            values ($1, $2, $3, $4, $5, $6, clock_timestamp()) returning posted_at""";

    /** What waits in a session, oldest first. */
    public Uni<List<QueuedMessage>> waiting(SqlClient client, SessionId session) {
        return client.preparedQuery("""
                        select * from messages where session_id = $1 and taken_at is null order by position""").execute(Tuple.of(session.value())).map(Messages::all);
    }

    /** These messages have become part of a run, or of the log without one. */
    public Uni<Void> taken(SqlClient transaction, Collection<UUID> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery("""
                                update messages set taken_at = clock_timestamp()
                                where message_id = any($1) and taken_at is null""")
                        .execute(Tuple.of((Object) messages.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    Uni<Optional<QueuedMessage>> find(SqlClient client, SessionId session, MemberId author, String clientId) {
        return client.preparedQuery("""
                        select * from messages where session_id = $1 and author_id = $2 and client_id = $3""")
                .execute(Tuple.of(session.value(), author.value(), clientId))
                .map(rows -> all(rows).stream().findFirst());
    }

    Uni<Long> countWaiting(SqlClient client, SessionId session) {
        return client.preparedQuery("select count(*) from messages where session_id = $1 and taken_at is null")
                .execute(Tuple.of(session.value()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Stores the message behind all others of its session, and gives its time. */
    Uni<Instant> insert(SqlClient transaction, SessionId session, UUID id, Author author, NewMessage message) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        id,
                        session.value(),
                        author.memberId().value(),
                        author.name(),
                        message.clientId(),
                        message.text()))
                .map(rows ->
                        rows.iterator().next().getOffsetDateTime("posted_at").toInstant());
    }

    /** Notes which run the messages, at least one, were handed to; gives the time of that. */
    Uni<Instant> handOver(SqlClient transaction, List<QueuedMessage> messages, RunId run) {
        UUID[] ids = messages.stream().map(QueuedMessage::messageId).toArray(UUID[]::new);
        return transaction
                .preparedQuery("""
                        update messages set run_id = $2 where message_id = any($1) returning clock_timestamp() as now""")
                .execute(Tuple.of(ids, run.value()))
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }

    private static List<QueuedMessage> all(RowSet<Row> rows) {
        List<QueuedMessage> messages = new ArrayList<>();
        rows.forEach(row -> messages.add(message(row)));
        return messages;
    }

    private static QueuedMessage message(Row row) {
        UUID run = row.getUUID("run_id");
        return new QueuedMessage(
                row.getUUID("message_id"),
                row.getString("client_id"),
                new Author(new MemberId(row.getUUID("author_id")), row.getString("author_name")),
                row.getString("text"),
                row.getOffsetDateTime("posted_at").toInstant(),
                run == null ? null : new RunId(run));
    }
}
