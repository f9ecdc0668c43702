package dev.nightshift.scheduler.due;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table {@code schedules}. Every method works inside the caller's transaction. */
@ApplicationScoped
public class ScheduleTable {
    private static final String COLUMNS = "agent_id, version, record::text as record, decided_until, next_due_at";

    private static final String CLAIM = "select " + COLUMNS + """
             from schedules where fire_at <= now() order by fire_at limit $1
            for update skip locked""";

    private static final String LOCK = "select " + COLUMNS + """
             from schedules where agent_id = any($1) order by agent_id
            for update""";

    private static final String ADVANCE = """
            update schedules set decided_until = $2, next_due_at = $3, fire_at = $4 where agent_id = $1""";

    private static final String REPLACE = """
            insert into schedules (agent_id, version, state, record, decided_until, next_due_at, fire_at)
            values ($1, $2, $3, $4::text::json, $5, $6, $7)
            on conflict (agent_id) do update set
                version = excluded.version, state = excluded.state, record = excluded.record,
                decided_until = excluded.decided_until, next_due_at = excluded.next_due_at,
                fire_at = excluded.fire_at
            where excluded.version > schedules.version""";

    private static final String POSTPONE = """
            update schedules set fire_at = now() + interval '1 minute' where agent_id = any($1)""";

    /** Locks due agents that no other node has locked, the longest due first. */
    Uni<List<StoredAgent>> claim(SqlClient transaction, int limit) {
        return transaction.preparedQuery(CLAIM).execute(Tuple.of(limit)).map(ScheduleTable::agents);
    }

    /** Locks these agents, always in the same order, and waits for whoever decides about one of them. */
    public Uni<List<StoredAgent>> lock(SqlClient transaction, Collection<AgentId> ids) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(uuids(ids))).map(ScheduleTable::agents);
    }

    Uni<Void> advance(SqlClient transaction, List<Standing> standings) {
        return batch(
                transaction,
                ADVANCE,
                standings.stream()
                        .map(standing -> Tuple.of(
                                standing.agent().agentId().value(),
                                utc(standing.decidedUntil()),
                                utc(standing.nextDueAt()),
                                utc(standing.fireAt())))
                        .toList());
    }

    Uni<Void> postpone(SqlClient transaction, List<AgentId> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(POSTPONE)
                        .execute(Tuple.of(uuids(ids)))
                        .replaceWithVoid();
    }

    /** Stores newer records with their standings. */
    public Uni<Void> replace(SqlClient transaction, List<Standing> standings) {
        return batch(
                transaction,
                REPLACE,
                standings.stream().map(ScheduleTable::replacement).toList());
    }

    /** Keeps only the version, so that an older record that comes late changes nothing. */
    public Uni<Void> forget(SqlClient transaction, List<AgentDeleted> deleted) {
        return batch(
                transaction,
                REPLACE,
                deleted.stream().map(ScheduleTable::tombstone).toList());
    }

    /** The database's time when the transaction began. */
    public Uni<Instant> now(SqlClient transaction) {
        return transaction
                .preparedQuery("select now() as now")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }

    /** When the next agent is due, and what the database's clock shows. */
    Uni<Upcoming> upcoming(SqlClient transaction) {
        return transaction
                .preparedQuery("select min(fire_at) as fire_at, clock_timestamp() as now from schedules")
                .execute()
                .map(rows -> upcoming(rows.iterator().next()));
    }

    private static Tuple replacement(Standing standing) {
        AgentChanged agent = standing.agent();
        return Tuple.tuple(Arrays.asList(
                agent.agentId().value(),
                agent.version(),
                agent.state().wire(),
                json(agent),
                utc(standing.decidedUntil()),
                utc(standing.nextDueAt()),
                utc(standing.fireAt())));
    }

    private static Tuple tombstone(AgentDeleted deleted) {
        return Tuple.tuple(Arrays.asList(
                deleted.agentId().value(), deleted.version(), "deleted", null, utc(deleted.changedAt()), null, null));
    }

    private static String json(AgentChanged agent) {
        try {
            return Json.mapper().writeValueAsString(agent);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an agent that is not JSON: " + agent.agentId(), e);
        }
    }

    private static Uni<Void> batch(SqlClient transaction, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }

    private static List<StoredAgent> agents(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ScheduleTable::agent)
                .toList();
    }

    private static StoredAgent agent(Row row) {
        return new StoredAgent(
                new AgentId(row.getUUID("agent_id")),
                row.getLong("version"),
                row.getString("record"),
                row.getOffsetDateTime("decided_until").toInstant(),
                instant(row.getOffsetDateTime("next_due_at")));
    }

    private static Upcoming upcoming(Row row) {
        return new Upcoming(
                instant(row.getOffsetDateTime("fire_at")),
                row.getOffsetDateTime("now").toInstant(),
                System.nanoTime());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static UUID[] uuids(Collection<AgentId> ids) {
        return ids.stream().map(AgentId::value).toArray(UUID[]::new);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
