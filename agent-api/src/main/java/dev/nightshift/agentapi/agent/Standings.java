package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How agents stand. Whoever changes an agent's history holds its row first, in the order of the ids. */
@ApplicationScoped
public class Standings {
    private static final String MAKE = """
            insert into agent_standings (agent_id) select id from unnest($1::uuid[]) as id order by id
            on conflict do nothing""";
    private static final String SAVE = """
            update agent_standings set run_count = $2, error_count = $3, skipped_count = $4, running = $5,
                timed_count = $6, total_duration_ms = $7, total_tokens = $8, last_run_at = $9, last_status = $10,
                last_decision = $11
            where agent_id = $1""";

    private final Pool pool;

    Standings(Pool pool) {
        this.pool = pool;
    }

    /** The standings of these agents, locked until the transaction ends. */
    public Uni<Map<AgentId, AgentStanding>> lock(SqlConnection transaction, Collection<AgentId> agents) {
        UUID[] ids = agents.stream().map(AgentId::value).distinct().toArray(UUID[]::new);
        return transaction
                .preparedQuery(MAKE)
                .execute(Tuple.of(ids))
                .chain(() -> transaction
                        .preparedQuery("select * from agent_standings where agent_id = any($1) order by agent_id"
                                + " for update")
                        .execute(Tuple.of(ids)))
                .map(Standings::read);
    }

    /** The standings of these agents; a fresh one where nothing has happened yet. */
    public Uni<Map<AgentId, AgentStanding>> of(Collection<AgentId> agents) {
        return of(pool, agents);
    }

    Uni<Map<AgentId, AgentStanding>> of(SqlClient client, Collection<AgentId> agents) {
        UUID[] ids = agents.stream().map(AgentId::value).toArray(UUID[]::new);
        return client.preparedQuery("select * from agent_standings where agent_id = any($1)")
                .execute(Tuple.of(ids))
                .map(Standings::read)
                .invoke(found -> agents.forEach(id -> found.putIfAbsent(id, AgentStanding.fresh(id))));
    }

    public Uni<Void> save(SqlConnection transaction, Collection<AgentStanding> standings) {
        if (standings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(SAVE)
                .executeBatch(standings.stream().map(Standings::values).toList())
                .replaceWithVoid();
    }

    private static Tuple values(AgentStanding s) {
        return Tuple.tuple()
                .addUUID(s.agentId().value())
                .addLong(s.runCount())
                .addLong(s.errorCount())
                .addLong(s.skippedCount())
                .addLong(s.running())
                .addLong(s.timedCount())
                .addLong(s.totalDurationMs())
                .addLong(s.totalTokens())
                .addValue(time(s.lastRunAt()))
                .addString(s.lastStatus() == null ? null : s.lastStatus().wire())
                .addString(s.lastDecision());
    }

    private static Map<AgentId, AgentStanding> read(RowSet<Row> rows) {
        Map<AgentId, AgentStanding> standings = new HashMap<>();
        for (Row row : rows) {
            AgentStanding standing = read(row);
            standings.put(standing.agentId(), standing);
        }
        return standings;
    }

    private static AgentStanding read(Row row) {
        OffsetDateTime lastRunAt = row.getOffsetDateTime("last_run_at");
        String lastStatus = row.getString("last_status");
        return new AgentStanding(
                new AgentId(row.getUUID("agent_id")),
                row.getLong("run_count"),
                row.getLong("error_count"),
                row.getLong("skipped_count"),
                row.getLong("running"),
                row.getLong("timed_count"),
                row.getLong("total_duration_ms"),
                row.getLong("total_tokens"),
                lastRunAt == null ? null : lastRunAt.toInstant(),
                lastStatus == null ? null : RunStatus.of(lastStatus),
                row.getString("last_decision"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
