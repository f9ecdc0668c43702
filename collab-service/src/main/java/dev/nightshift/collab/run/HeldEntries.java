package dev.nightshift.collab.run;

import dev.nightshift.collab.session.SessionRun;
import dev.nightshift.contracts.RunId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Entries that came before an earlier one of their run. They neither stop other sessions nor get lost. */
@ApplicationScoped
class HeldEntries {
    Uni<List<JournalEntry>> of(SqlClient client, Collection<SessionRun> runs) {
        UUID[] holding = runs.stream()
                .filter(SessionRun::held)
                .map(SessionRun::runId)
                .map(RunId::value)
                .toArray(UUID[]::new);
        return holding.length == 0
                ? Uni.createFrom().item(List.of())
                : client.preparedQuery("select value from held_run_events where run_id = any($1) order by run_id, n")
                        .execute(Tuple.of((Object) holding))
                        .map(HeldEntries::entries);
    }

    Uni<Void> hold(SqlClient transaction, List<JournalEntry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery("""
                                insert into held_run_events (run_id, n, value) values ($1, $2, $3)
                                on conflict (run_id, n) do nothing""")
                        .executeBatch(entries.stream()
                                .map(e -> Tuple.of(e.runId().value(), e.n(), Buffer.buffer(e.encode())))
                                .toList())
                        .replaceWithVoid();
    }

    /** Forgets what has been taken over since; {@code runs} are those that held something before. */
    Uni<Void> release(SqlClient transaction, List<SessionRun> runs) {
        return runs.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery("delete from held_run_events where run_id = $1 and n <= $2")
                        .executeBatch(runs.stream()
                                .map(r -> Tuple.of(r.runId().value(), r.lastN()))
                                .toList())
                        .replaceWithVoid();
    }

    private static List<JournalEntry> entries(RowSet<Row> rows) {
        List<JournalEntry> entries = new ArrayList<>();
        rows.forEach(
                row -> entries.add(JournalEntry.decode(row.getBuffer("value").getBytes())));
        return entries;
    }
}
