package dev.nightshift.collab.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentEvent.UnknownAgentEvent;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the newest record of every agent. */
@ApplicationScoped
public class AgentDirectory {
    private static final String STORE = """
            insert into agents (agent_id, version, state, definition) values ($1, $2, $3, $4)
            on conflict (agent_id) do update
            set version = excluded.version, state = excluded.state,
                definition = coalesce(excluded.definition, agents.definition)
            where excluded.version > agents.version""";

    /** Stores what is newer than what is known; older records change nothing. */
    public Uni<Void> store(SqlClient transaction, List<AgentEvent> events) {
        List<Tuple> rows = events.stream().flatMap(AgentDirectory::row).toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(STORE).executeBatch(rows).replaceWithVoid();
    }

    public Uni<Optional<KnownAgent>> find(SqlClient client, AgentId id) {
        return client.preparedQuery("select state, definition from agents where agent_id = $1")
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(known(id, rows.iterator().next())));
    }

    private static Stream<Tuple> row(AgentEvent event) {
        return switch (event) {
            case AgentChanged c ->
                Stream.of(Tuple.of(
                        c.agentId().value(),
                        c.version(),
                        c.state().wire(),
                        Json.mapper().valueToTree(c.definition()).toString()));
            case AgentDeleted d ->
                Stream.of(Tuple.of(d.agentId().value(), d.version(), d.state().wire(), null));
            case UnknownAgentEvent u -> Stream.empty();
        };
    }

    private static KnownAgent known(AgentId id, Row row) {
        return new KnownAgent(id, AgentState.of(row.getString("state")), definition(row.getString("definition")));
    }

    private static @Nullable AgentDefinition definition(@Nullable String json) {
        try {
            return json == null ? null : Json.mapper().readValue(json, AgentDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored definition cannot be read", e);
        }
    }
}
