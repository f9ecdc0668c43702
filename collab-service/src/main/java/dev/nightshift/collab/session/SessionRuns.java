package dev.nightshift.collab.session;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.SessionId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table of the runs of sessions. */
@ApplicationScoped
public class SessionRuns {
    private static final String STORE = """
            insert into session_runs (run_id, session_id, agent_id, last_n, status, held)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (run_id) do update
            set last_n = excluded.last_n, status = excluded.status, held = excluded.held""";

    public Uni<Map<RunId, SessionRun>> find(SqlClient client, Collection<RunId> runs) {
        UUID[] ids = runs.stream().map(RunId::value).toArray(UUID[]::new);
        return client.preparedQuery("select * from session_runs where run_id = any($1)")
                .execute(Tuple.of((Object) ids))
                .map(rows -> {
                    Map<RunId, SessionRun> found = new HashMap<>();
                    rows.forEach(row -> found.put(new RunId(row.getUUID("run_id")), run(row)));
                    return found;
                });
    }

    public Uni<Optional<SessionRun>> find(SqlClient client, RunId run) {
        return find(client, List.of(run)).map(found -> Optional.ofNullable(found.get(run)));
    }

    /** Under the lock of the runs' session. */
    public Uni<Void> store(SqlClient transaction, Collection<SessionRun> runs) {
        return runs.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(STORE)
                        .executeBatch(runs.stream().map(SessionRuns::values).toList())
                        .replaceWithVoid();
    }

    private static Tuple values(SessionRun run) {
        return Tuple.of(
                run.runId().value(),
                run.sessionId().value(),
                run.agentId().value(),
                run.lastN(),
                run.status().wire(),
                run.held());
    }

    private static SessionRun run(Row row) {
        return new SessionRun(
                new RunId(row.getUUID("run_id")),
                new SessionId(row.getUUID("session_id")),
                new AgentId(row.getUUID("agent_id")),
                row.getLong("last_n"),
                RunStatus.of(row.getString("status")),
                row.getBoolean("held"));
    }
}
