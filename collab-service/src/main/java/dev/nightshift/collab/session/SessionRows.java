package dev.nightshift.collab.session;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as a row of its table. */
final class SessionRows {
    private SessionRows() {}

    static List<Session> all(RowSet<Row> rows) {
        List<Session> sessions = new ArrayList<>();
        rows.forEach(row -> sessions.add(session(row)));
        return sessions;
    }

    static List<SessionId> ids(RowSet<Row> rows) {
        List<SessionId> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(new SessionId(row.getUUID("id"))));
        return ids;
    }

    /** The values of a new row, in the order of the insert. */
    static List<@Nullable Object> origin(SessionId id, SessionOrigin origin, @Nullable Instant at) {
        Author owner = origin.owner();
        AgentType type = origin.agentType();
        RunId run = origin.runId();
        return Arrays.asList(
                id.value(),
                origin.kind().wire(),
                origin.agentId().value(),
                origin.agentName(),
                type == null ? null : type.wire(),
                owner == null ? null : owner.memberId().value(),
                owner == null ? null : owner.name(),
                run == null ? null : run.value(),
                at == null ? null : at.atOffset(ZoneOffset.UTC));
    }

    private static Session session(Row row) {
        return new Session(
                new SessionId(row.getUUID("id")),
                origin(row),
                row.getLong("head"),
                run(row.getUUID("active_run")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static SessionOrigin origin(Row row) {
        UUID owner = row.getUUID("owner_id");
        String type = row.getString("agent_type");
        return new SessionOrigin(
                SessionKind.of(row.getString("kind")),
                new AgentId(row.getUUID("agent_id")),
                row.getString("agent_name"),
                type == null ? null : AgentType.of(type),
                owner == null ? null : new Author(new MemberId(owner), row.getString("owner_name")),
                run(row.getUUID("run_id")));
    }

    private static @Nullable RunId run(@Nullable UUID id) {
        return id == null ? null : new RunId(id);
    }
}
