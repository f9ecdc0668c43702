package dev.nightshift.agentapi.event;

import dev.nightshift.contracts.AgentId;
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
import org.jspecify.annotations.Nullable;

/**
 * The public events, numbered 1, 2, 3, … by one counter inside the transaction that makes them: the counter's row is
 * locked until the commit, so numbers become visible in their order and without a gap.
 */
@ApplicationScoped
public class BackgroundEventLog {
    private static final String INSERT = """
            insert into background_events (number, event_id, event_type, agent_id, owner_id, occurred_at, value)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    /**
     * What the viewer may see now: of a run whom it acted for, of an agent's standing who owned it then and still does, of
     * an org agent the admins.
     */
    private static final String READ = """
            select e.number, coalesce(e.event_id, e.number::text) as event_id, e.event_type, e.occurred_at, e.value
            from background_events e
            join agents a on a.id = e.agent_id
            join members m on m.id = $2 and m.state = 'active'
            where e.number > $1
            and (case when a.type = 'org' then e.owner_id is null and $3 and m.role = 'admin'
                when e.event_type = 'background_agent_status' then e.owner_id = m.id and a.owner_id = m.id
                else e.owner_id = m.id end)
            and ($5::text[] is null or e.event_type = any($5))
            and ($6::uuid is null or e.agent_id = $6)
            order by e.number limit $4""";

    private final Pool pool;

    BackgroundEventLog(Pool pool) {
        this.pool = pool;
    }

    /** What is kept: numbers from {@code oldest} (one past {@code head} when nothing is kept) to {@code head}. */
    public record Extent(long oldest, long head) {}

    /** Which events are wanted; an absent component means all. */
    public record Choice(
            @Nullable List<String> types, @Nullable AgentId agent) {
        public static final Choice ALL = new Choice(null, null);

        public Choice {
            types = types == null ? null : List.copyOf(types);
        }
    }

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
        return after(number, viewer, Choice.ALL, limit);
    }

    /** As {@link #after(long, Viewer, int)}, those of the choice only. */
    public Uni<List<NumberedEvent>> after(long number, Viewer viewer, Choice choice, int limit) {
        Tuple arguments = Tuple.tuple()
                .addLong(number)
                .addUUID(viewer.member().value())
                .addBoolean(viewer.admin())
                .addInteger(limit)
                .addArrayOfString(choice.types() == null ? null : choice.types().toArray(String[]::new))
                .addUUID(choice.agent() == null ? null : choice.agent().value());
        return pool.preparedQuery(READ).execute(arguments).map(rows -> {
            List<NumberedEvent> events = new ArrayList<>();
            rows.forEach(row -> events.add(read(row)));
            return events;
        });
    }

    public Uni<Extent> extent() {
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
            tuples.add(values(number, event));
        }
        return transaction.preparedQuery(INSERT).executeBatch(tuples).replaceWithVoid();
    }

    private static Tuple values(long number, NewBackgroundEvent event) {
        return Tuple.tuple()
                .addLong(number)
                .addString(event.eventId())
                .addString(BackgroundEvent.CODEC.typeOf(event.event()))
                .addUUID(event.agentId().value())
                .addUUID(event.owner() == null ? null : event.owner().value())
                .addValue(event.at().atOffset(ZoneOffset.UTC))
                .addValue(Buffer.buffer(BackgroundEvent.CODEC.encode(event.event())));
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
                row.getString("event_id"),
                row.getString("event_type"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getBuffer("value").toString());
    }
}
