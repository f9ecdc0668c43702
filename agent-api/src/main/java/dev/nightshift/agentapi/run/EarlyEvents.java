package dev.nightshift.agentapi.run;

import dev.nightshift.contracts.MalformedEventException;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Run events that wait for an earlier one of their run. */
@ApplicationScoped
class EarlyEvents {
    private static final int MOST = 1000;

    Uni<List<Known>> of(SqlConnection transaction, Collection<RunId> runs) {
        return transaction
                .preparedQuery("select value from early_run_events where run_id = any($1) order by run_id, n")
                .execute(Tuple.of(runs.stream().map(RunId::value).distinct().toArray(UUID[]::new)))
                .map(rows -> {
                    List<Known> events = new ArrayList<>();
                    rows.forEach(row -> events.add(read(row)));
                    return events;
                });
    }

    /** Runs whose gap has been open for longer than a minute. */
    Uni<List<RunId>> overdue(SqlClient client) {
        return client.query("select distinct run_id from early_run_events"
                        + " where received_at < now() - interval '60 seconds' limit " + MOST)
                .execute()
                .map(rows -> {
                    List<RunId> runs = new ArrayList<>();
                    rows.forEach(row -> runs.add(new RunId(row.getUUID("run_id"))));
                    return runs;
                });
    }

    Uni<Void> add(SqlConnection transaction, Collection<Known> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("insert into early_run_events (run_id, n, value) values ($1, $2, $3)"
                        + " on conflict do nothing")
                .executeBatch(events.stream()
                        .map(e -> Tuple.of(e.runId().value(), e.n(), Buffer.buffer(RunEvent.CODEC.encode(e))))
                        .toList())
                .replaceWithVoid();
    }

    Uni<Void> remove(SqlConnection transaction, Collection<Known> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("delete from early_run_events where run_id = $1 and n <= $2")
                .executeBatch(events.stream()
                        .map(e -> Tuple.of(e.runId().value(), e.n()))
                        .toList())
                .replaceWithVoid();
    }

    private static Known read(Row row) {
        try {
            return (Known) RunEvent.CODEC.decode(row.getBuffer("value").getBytes());
        } catch (MalformedEventException e) {
            throw new IllegalStateException("a stored run event cannot be read", e);
        }
    }
}
