package dev.nightshift.collab.log;

import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.service.publish.CommittedRows;
import dev.nightshift.service.publish.PublishedRow;
import dev.nightshift.service.publish.PublishedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The log of every session. An event is numbered and stored in the transaction that holds its session's lock, and
 * nobody sees it before that is committed.
 */
@ApplicationScoped
public class SessionLog {
    private static final String INSERT = """
            insert into session_events (session_id, seq, body)
            select $1, seq, body from unnest($2::bigint[], $3::text[]) as e (seq, body)""";

    private static final String READ = """
            select s.head, e.seq, e.body from sessions s
            left join lateral (
                select seq, body from (
                    select seq, body, sum(octet_length(body)) over (order by seq) - octet_length(body) as earlier
                    from (select seq, body from session_events
                          where session_id = s.id and seq > $2 order by seq limit $3) page) sized
                where earlier < $4) e on true
            where s.id = $1 order by e.seq""";

    private final Pool pool;
    private final CommittedRows publisher;
    private final Instance<LogWatcher> watchers;

    SessionLog(Pool pool, CommittedRows publisher, Instance<LogWatcher> watchers) {
        this.pool = pool;
        this.publisher = publisher;
        this.watchers = watchers;
    }

    /** Appends behind {@code head}, which must have been read under the session's lock. */
    public Uni<List<LogEvent>> append(SqlClient transaction, SessionId session, long head, List<NewEvent> events) {
        List<LogEvent> numbered = new ArrayList<>();
        List<PublishedRow> rows = new ArrayList<>();
        for (NewEvent event : events) {
            LogEvent logged = new LogEvent(head + numbered.size() + 1, event.body());
            numbered.add(logged);
            rows.add(row(session, event, logged));
        }
        if (numbered.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(insert(transaction, session, numbered), PublishedRows.insertAll(transaction, rows))
                .andFailFast()
                .replaceWith(List.copyOf(numbered));
    }

    /** To be called after the commit that appended: tells the sockets of this node, and publishes. */
    public void announce(SessionId session, List<LogEvent> events) {
        if (!events.isEmpty()) {
            watchers.forEach(watcher -> watcher.committed(session, events));
        }
        publisher.nudge();
    }

    /**
     * Events with a number greater than {@code after}: at most {@code limit} of them and, beyond the first, at most about
     * {@code maxBytes}. An unknown session reads as an empty log.
     */
    public Uni<LogPage> read(SessionId session, long after, int limit, long maxBytes) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(session.value(), after, limit, maxBytes))
                .map(SessionLog::page);
    }

    /** The number of the last event of each of these sessions. */
    public Uni<Map<SessionId, Long>> heads(Collection<SessionId> sessions) {
        return pool.preparedQuery("select id, head from sessions where id = any($1)")
                .execute(Tuple.of(
                        (Object) sessions.stream().map(SessionId::value).toArray(UUID[]::new)))
                .map(rows -> {
                    Map<SessionId, Long> heads = new HashMap<>();
                    rows.forEach(row -> heads.put(new SessionId(row.getUUID("id")), row.getLong("head")));
                    return heads;
                });
    }

    private static Uni<Void> insert(SqlClient transaction, SessionId session, List<LogEvent> events) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        session.value(),
                        events.stream().map(LogEvent::seq).toArray(Long[]::new),
                        events.stream().map(LogEvent::body).toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static PublishedRow row(SessionId session, NewEvent event, LogEvent logged) {
        return new PublishedRow(
                Topics.SESSION_EVENTS,
                session.toString(),
                event.id(),
                event.type(),
                session.toString(),
                event.at(),
                logged.record(session).getBytes(StandardCharsets.UTF_8));
    }

    private static LogPage page(RowSet<Row> rows) {
        List<LogEvent> events = new ArrayList<>();
        long head = 0;
        for (Row row : rows) {
            head = row.getLong("head");
            if (row.getLong("seq") != null) {
                events.add(new LogEvent(row.getLong("seq"), row.getString("body")));
            }
        }
        return new LogPage(events, head);
    }
}
