package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** A row of the agents table becomes an agent. */
final class ReadAgentRow {
    /** No key is there twice in what PostgreSQL keeps as jsonb, so that is not looked for. */
    private static final ObjectReader SETTINGS =
            Json.mapper().readerFor(AgentSettings.class).without(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private ReadAgentRow() {}

    static Agent read(Row row) {
        return new Agent(
                new AgentId(row.getUUID("id")),
                AgentType.of(row.getString("type")),
                origin(row),
                new Author(new MemberId(row.getUUID("owner_id")), row.getString("owner_name")),
                AgentState.of(row.getString("state")),
                row.getString("state_note"),
                settings(row),
                instant(row, "schedule_set_at"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getLong("version"));
    }

    private static Provenance origin(Row row) {
        UUID remixOf = row.getUUID("remix_of");
        return new Provenance(Origin.of(row.getString("origin")), remixOf == null ? null : new AgentId(remixOf));
    }

    private static AgentSettings settings(Row row) {
        try {
            return SETTINGS.readValue(row.getString("settings"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored settings of agent " + row.getUUID("id") + " are broken", e);
        }
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
