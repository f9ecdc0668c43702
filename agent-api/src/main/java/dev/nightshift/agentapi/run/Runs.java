package dev.nightshift.agentapi.run;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.RunId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The runs table. Writers hold the standing of the agent, see {@code Standings}. */
@ApplicationScoped
public class Runs {
    private static final String SAVE = """
            insert into runs (id, agent_id, agent_name, session_id, trigger, scheduled_for, scheduled_until, due_count,
                task, acting_for, acting_member, created_at, status, end_reason, error, summary, output, started_at,
                finished_at, duration_ms, tool_calls, model_calls, input_tokens, output_tokens, attempt, last_n,
                cost_usd)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                $23, $24, $25, $26, $27)
            on conflict (id) do update set status = excluded.status, end_reason = excluded.end_reason,
                error = excluded.error, summary = excluded.summary, output = excluded.output,
                started_at = excluded.started_at, finished_at = excluded.finished_at,
                duration_ms = excluded.duration_ms, tool_calls = excluded.tool_calls,
                model_calls = excluded.model_calls, input_tokens = excluded.input_tokens,
                output_tokens = excluded.output_tokens, attempt = excluded.attempt, last_n = excluded.last_n,
                cost_usd = excluded.cost_usd""";

    private final Pool pool;

    Runs(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Run>> byId(RunId id) {
        return byIds(pool, List.of(id)).map(found -> Optional.ofNullable(found.get(id)));
    }

    /** The run whose session this is, the newest where a session has several. */
    public Uni<Optional<Run>> bySession(UUID session) {
        return pool.preparedQuery("select * from runs where session_id = $1 order by created_at desc limit 1")
                .execute(Tuple.of(session))
                .map(Runs::read)
                .map(found -> found.stream().findFirst());
    }

    Uni<Map<RunId, Run>> byIds(SqlClient client, Collection<RunId> ids) {
        return client.preparedQuery("select * from runs where id = any($1)")
                .execute(Tuple.of(ids.stream().map(RunId::value).distinct().toArray(UUID[]::new)))
                .map(rows -> {
                    Map<RunId, Run> runs = new HashMap<>();
                    read(rows).forEach(run -> runs.put(run.head().id(), run));
                    return runs;
                });
    }

    /** Background runs of an agent that are not over. */
    Uni<List<RunId>> open(SqlConnection transaction, AgentId agent) {
        return transaction
                .preparedQuery("select id from runs where agent_id = $1 and trigger <> 'chat'"
                        + " and status in ('pending', 'running', 'waiting') order by created_at")
                .execute(Tuple.of(agent.value()))
                .map(rows -> {
                    List<RunId> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(new RunId(row.getUUID("id"))));
                    return ids;
                });
    }

    /** Which run, of which agent. */
    record OpenRun(RunId id, AgentId agentId) {}

    /** Every run that is not over, chats too. */
    Uni<List<OpenRun>> open(SqlConnection transaction) {
        return transaction
                .query("select id, agent_id from runs where status in ('pending', 'running', 'waiting')")
                .execute()
                .map(rows -> rows.stream()
                        .map(row -> new OpenRun(new RunId(row.getUUID("id")), new AgentId(row.getUUID("agent_id"))))
                        .toList());
    }

    Uni<Void> save(SqlConnection transaction, Collection<Run> runs) {
        if (runs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(SAVE)
                .executeBatch(runs.stream().map(Runs::values).toList())
                .replaceWithVoid();
    }

    static List<Run> read(RowSet<Row> rows) {
        List<Run> runs = new ArrayList<>();
        rows.forEach(row -> runs.add(ReadRunRow.read(row)));
        return runs;
    }

    private static Tuple values(Run run) {
        RunHead h = run.head();
        RunProgress p = run.progress();
        ActingFor actingFor = h.actingFor();
        return Tuple.tuple()
                .addUUID(h.id().value())
                .addUUID(h.agentId().value())
                .addString(h.agentName())
                .addUUID(h.sessionId() == null ? null : h.sessionId().value())
                .addString(h.trigger().wire())
                .addValue(time(h.scheduledFor()))
                .addValue(time(h.scheduledUntil()))
                .addLong(h.dueCount())
                .addString(h.task())
                .addValue(new JsonObject(Json.mapper().valueToTree(actingFor).toString()))
                .addUUID(
                        actingFor.memberId() == null
                                ? null
                                : actingFor.memberId().value())
                .addValue(time(h.createdAt()))
                .addString(p.status().wire())
                .addString(p.endReason() == null ? null : p.endReason().wire())
                .addString(p.error())
                .addString(p.summary())
                .addString(p.output())
                .addValue(time(p.startedAt()))
                .addValue(time(p.finishedAt()))
                .addLong(p.durationMs())
                .addInteger(p.totals().toolCalls())
                .addInteger(p.totals().modelCalls())
                .addLong(p.totals().inputTokens())
                .addLong(p.totals().outputTokens())
                .addInteger(p.attempt())
                .addLong(p.lastN())
                .addBigDecimal(p.costUsd());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
