package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.token.Caller.MemberCaller;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The agents table. */
@ApplicationScoped
public class Agents {
    /** The settings come as text, so that they are parsed once. */
    static final String SELECT = """
            select a.id, a.type, a.origin, a.remix_of, a.owner_id, a.state, a.state_note, a.settings::text as settings,
                a.schedule_set_at, a.created_at, a.updated_at, a.version, m.name as owner_name, clock_timestamp() as now
            from agents a join members m on m.id = a.owner_id""";

    private static final String INSERT = """
            insert into agents (id, type, origin, owner_id, visibility, state, state_note, settings, schedule_set_at,
                created_at, updated_at, version, remix_of, results_shared)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";
    private static final String UPDATE = """
            update agents set visibility = $2, state = $3, state_note = $4, settings = $5, schedule_set_at = $6,
                updated_at = $7, version = $8, owner_id = $9, results_shared = $10
            where id = $1""";

    private final Pool pool;

    Agents(Pool pool) {
        this.pool = pool;
    }

    /** An agent and the database's time when it was read. */
    public record Found(Agent agent, Instant now) {}

    /** The filters of a list: a type, and a text in name or description. */
    record Filter(@Nullable AgentType type, @Nullable String text) {}

    /** An agent that is not deleted. */
    public Uni<Optional<Found>> byId(AgentId id) {
        return one(pool, " where a.id = $1 and a.deleted_at is null", id);
    }

    /** As {@link #byId}, and nobody else changes it until the transaction ends. */
    public Uni<Optional<Found>> lock(SqlConnection transaction, AgentId id) {
        return one(transaction, " where a.id = $1 and a.deleted_at is null for update of a", id);
    }

    /** The user agents of a member, in the order of their ids; nobody else changes them until the transaction ends. */
    public Uni<List<Found>> lockOwnedBy(SqlConnection transaction, MemberId owner) {
        return lockAll(transaction, "a.type = 'user' and a.owner_id = $1", Tuple.of(owner.value()));
    }

    /** Every agent that is on the schedule, as {@link #lockOwnedBy}. */
    Uni<List<Found>> lockActive(SqlConnection transaction) {
        return lockAll(transaction, "a.state = 'active'", Tuple.tuple());
    }

    /** Those that the emergency stop stopped, as {@link #lockOwnedBy}. */
    Uni<List<Found>> lockEmergencyStopped(SqlConnection transaction) {
        return lockAll(
                transaction,
                "a.state = 'stopped' and a.id in (select agent_id from emergency_stopped_agents)",
                Tuple.tuple());
    }

    private static Uni<List<Found>> lockAll(SqlConnection transaction, String which, Tuple values) {
        return transaction
                .preparedQuery(SELECT + " where a.deleted_at is null and " + which + " order by a.id for update of a")
                .execute(values)
                .map(Agents::all);
    }

    private static List<Found> all(RowSet<Row> rows) {
        List<Found> found = new ArrayList<>();
        rows.forEach(row -> found.add(new Found(read(row), now(row))));
        return found;
    }

    /** Agents by id, deleted ones included: the history outlives them. */
    public Uni<Map<AgentId, Agent>> byIds(SqlClient client, Collection<AgentId> ids) {
        return client.preparedQuery(SELECT + " where a.id = any($1)")
                .execute(Tuple.of(ids.stream().map(AgentId::value).toArray(UUID[]::new)))
                .map(rows -> {
                    Map<AgentId, Agent> agents = new java.util.HashMap<>();
                    rows.forEach(row -> agents.put(new AgentId(row.getUUID("id")), read(row)));
                    return agents;
                });
    }

    /** The cards that the caller may see, newest first; one more than the page holds. */
    Uni<List<Found>> list(MemberCaller caller, Filter filter, PageRequest page) {
        AgentQuery query = new AgentQuery(caller, filter, page);
        return pool.preparedQuery(query.sql()).execute(query.values()).map(Agents::all);
    }

    Uni<Instant> now(SqlConnection transaction) {
        return transaction
                .query("select clock_timestamp() as now")
                .execute()
                .map(rows -> now(rows.iterator().next()));
    }

    Uni<Void> insert(SqlConnection transaction, Agent agent) {
        AgentId remixOf = agent.provenance().remixOf();
        Tuple values = Tuple.tuple()
                .addUUID(agent.id().value())
                .addString(agent.type().wire())
                .addString(agent.provenance().origin().wire())
                .addUUID(agent.owner().memberId().value())
                .addString(agent.settings().visibility().wire())
                .addString(agent.state().wire())
                .addString(agent.stateNote())
                .addValue(json(agent.settings()))
                .addValue(agent.scheduleSetAt().atOffset(ZoneOffset.UTC))
                .addValue(agent.createdAt().atOffset(ZoneOffset.UTC))
                .addValue(agent.updatedAt().atOffset(ZoneOffset.UTC))
                .addLong(agent.version())
                .addUUID(remixOf == null ? null : remixOf.value())
                .addBoolean(agent.settings().sharesResults());
        return transaction.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    Uni<Void> update(SqlConnection transaction, List<Agent> agents) {
        return transaction
                .preparedQuery(UPDATE)
                .executeBatch(agents.stream().map(Agents::changed).toList())
                .replaceWithVoid();
    }

    private static Tuple changed(Agent agent) {
        return Tuple.tuple()
                .addUUID(agent.id().value())
                .addString(agent.settings().visibility().wire())
                .addString(agent.state().wire())
                .addString(agent.stateNote())
                .addValue(json(agent.settings()))
                .addValue(agent.scheduleSetAt().atOffset(ZoneOffset.UTC))
                .addValue(agent.updatedAt().atOffset(ZoneOffset.UTC))
                .addLong(agent.version())
                .addUUID(agent.owner().memberId().value())
                .addBoolean(agent.settings().sharesResults());
    }

    /** Somebody decided about the state of these: the end of an emergency stop leaves them as they are. */
    public Uni<Void> isDecidedAnew(SqlConnection transaction, List<AgentId> agents) {
        return transaction
                .preparedQuery("delete from emergency_stopped_agents where agent_id = any($1)")
                .execute(Tuple.of(agents.stream().map(AgentId::value).toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** What the end of an emergency stop brings back. */
    Uni<Void> noteEmergencyStopped(SqlConnection transaction, List<AgentId> agents) {
        return transaction
                .preparedQuery("insert into emergency_stopped_agents (agent_id) select unnest($1::uuid[])")
                .execute(Tuple.of(agents.stream().map(AgentId::value).toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> forgetEmergencyStopped(SqlConnection transaction) {
        return transaction
                .query("delete from emergency_stopped_agents")
                .execute()
                .replaceWithVoid();
    }

    /** Hides the agent for good; its version counts the deletion. */
    Uni<Void> delete(SqlConnection transaction, Agent agent, Instant now) {
        return transaction
                .preparedQuery(
                        "update agents set deleted_at = $2, updated_at = $2, version = version + 1 where id = $1")
                .execute(Tuple.of(agent.id().value(), now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Uni<Optional<Found>> one(SqlClient client, String where, AgentId id) {
        return client.preparedQuery(SELECT + where)
                .execute(Tuple.of(id.value()))
                .map(Agents::first);
    }

    private static Optional<Found> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Found(read(row), now(row)));
        }
        return Optional.empty();
    }

    private static Agent read(Row row) {
        return ReadAgentRow.read(row);
    }

    private static Instant now(Row row) {
        return row.getOffsetDateTime("now").toInstant();
    }

    private static JsonObject json(AgentSettings settings) {
        return new JsonObject(Json.mapper().valueToTree(settings).toString());
    }
}
