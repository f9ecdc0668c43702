package dev.nightshift.agentapi.version;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.version.AgentVersion.By;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The table of versions. */
@ApplicationScoped
public class VersionLog {
    private static final String INSERT = """
            insert into agent_versions (agent_id, version, at, by_id, by_name, change, snapshot)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String BEFORE = """
            select * from agent_versions where agent_id = $1 and version < $2 order by version desc limit $3""";

    private final Pool pool;

    VersionLog(Pool pool) {
        this.pool = pool;
    }

    /** In the transaction of the changes themselves. */
    public Uni<Void> add(SqlConnection transaction, List<AgentVersion> versions) {
        return transaction
                .preparedQuery(INSERT)
                .executeBatch(versions.stream().map(VersionLog::values).toList())
                .replaceWithVoid();
    }

    /** The newest versions that are lower than this one. */
    public Uni<List<AgentVersion>> below(AgentId agent, long version, int limit) {
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(agent.value(), version, limit))
                .map(rows -> rows.stream().map(VersionLog::read).toList());
    }

    public Uni<Optional<AgentVersion>> one(AgentId agent, long version) {
        return pool.preparedQuery("select * from agent_versions where agent_id = $1 and version = $2")
                .execute(Tuple.of(agent.value(), version))
                .map(rows -> rows.stream().findFirst().map(VersionLog::read));
    }

    private static Tuple values(AgentVersion version) {
        return Tuple.tuple()
                .addUUID(version.agent().value())
                .addLong(version.version())
                .addValue(version.at().atOffset(ZoneOffset.UTC))
                .addUUID(version.by().id())
                .addString(version.by().name())
                .addString(version.change().wire())
                .addValue(new JsonObject(version.snapshot().toString()));
    }

    private static AgentVersion read(Row row) {
        return new AgentVersion(
                new AgentId(row.getUUID("agent_id")),
                row.getLong("version"),
                row.getOffsetDateTime("at").toInstant(),
                new By(row.getUUID("by_id"), row.getString("by_name")),
                VersionChange.of(row.getString("change")),
                snapshot(row));
    }

    private static ObjectNode snapshot(Row row) {
        try {
            return (ObjectNode)
                    Json.mapper().readTree(row.getJsonObject("snapshot").encode());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored version of agent " + row.getUUID("agent_id") + " is broken", e);
        }
    }
}
