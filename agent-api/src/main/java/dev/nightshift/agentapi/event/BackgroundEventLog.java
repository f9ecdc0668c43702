package dev.nightshift.agentapi.event;

import dev.nightshift.contracts.BackgroundEvent;
import dev.nightshift.contracts.Topics;
import dev.nightshift.service.publish.PublishedRow;
import dev.nightshift.service.publish.PublishedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The public events, numbered 1, 2, 3, … by one counter inside the transaction that makes them: the counter's row is
 * locked until the commit, so numbers become visible in their order and without a gap.
 */
@ApplicationScoped
public class BackgroundEventLog {
    private static final String INSERT = """
            insert into background_events (number, event_type, agent_id, owner_id, occurred_at, value)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String READ = """
            select number, event_type, value from background_events
            where number > $1 and (owner_id = $2 or ($3 and owner_id is null)) order by number limit $4""";

    private final Pool pool;

    BackgroundEventLog(Pool pool) {
        this.pool = pool;
    }

    /** What is kept: numbers from {@code oldest} (one past {@code head} when nothing is kept) to {@code head}. */
    record Extent(long oldest, long head) {}

    /** Writes the events and their Kafka records in the caller's transaction; take every other lock before. */
    public Uni<Void> append(SqlConnection transaction, List<NewBackgroundEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("update background_event_counter set last = last + $1 returning last")
                .execute(Tuple.of((long) events.size()))
                .map(rows -> rows.iterator().next().getLong("last") - events.size())
                .chain(before -> insert(transaction, events, before))
                .chain(() -> PublishedRows.insertAll(
                        transaction,
                        events.stream().map(BackgroundEventLog::published).toList()));
    }

    /** Events after a number that the viewer may see, oldest first. */
    Uni<List<NumberedEvent>> after(long number, Viewer viewer, int limit) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(number, viewer.member().value(), viewer.admin(), limit))
                .map(rows -> {
                    List<NumberedEvent> events = new ArrayList<>();
                    rows.forEach(row -> events.add(read(row)));
                    return events;
                });
    }

    Uni<Extent> extent() {
        return pool.query("select last, coalesce((select min(number) from background_events), last + 1) as oldest"
                        + " from background_event_counter")
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Extent(row.getLong("oldest"), row.getLong("last")));
    }

    /** Forgets what is older than seven days. */
    Uni<Void> forgetOld() {
        return pool.query("delete from background_events where occurred_at < now() - interval '7 days'")
                .execute()
                .replaceWithVoid();
    }

    private static Uni<Void> insert(SqlConnection transaction, List<NewBackgroundEvent> events, long before) {
        List<Tuple> tuples = new ArrayList<>();
        long number = before;
        for (NewBackgroundEvent event : events) {
            number++;
            UUID owner = event.owner() == null ? null : event.owner().value();
            tuples.add(Tuple.of(
                    number,
                    BackgroundEvent.CODEC.typeOf(event.event()),
                    event.agentId().value(),
                    owner,
                    event.at().atOffset(ZoneOffset.UTC),
                    Buffer.buffer(BackgroundEvent.CODEC.encode(event.event()))));
        }
        return transaction.preparedQuery(INSERT).executeBatch(tuples).replaceWithVoid();
    }

    private static PublishedRow published(NewBackgroundEvent event) {
        return PublishedRow.of(
                Topics.BACKGROUND_EVENTS,
                event.agentId().toString(),
                event.eventId(),
                BackgroundEvent.CODEC,
                event.event(),
                event.at());
    }

    private static NumberedEvent read(Row row) {
        return new NumberedEvent(
                row.getLong("number"),
                row.getString("event_type"),
                row.getBuffer("value").toString());
    }
}
