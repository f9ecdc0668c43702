package dev.nightshift.sandbox.execution;

import dev.nightshift.contracts.StepStatus;
import dev.nightshift.sandbox.execution.Begun.Closed;
import dev.nightshift.sandbox.execution.Begun.Different;
import dev.nightshift.sandbox.execution.Begun.Fenced;
import dev.nightshift.sandbox.execution.Begun.Known;
import dev.nightshift.sandbox.execution.Begun.Started;
import dev.nightshift.sandbox.isolation.Outcome;
import dev.nightshift.sandbox.node.NodeIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The recorded executions. A row is begun once, ends once, and then never changes. */
@ApplicationScoped
class ExecutionTable {
    /** One round trip: raise the fence, and begin unless the key is known. No lease means not allowed. */
    private static final String BEGIN = """
            with lease as (%s),
            begun as (
                insert into executions (run_id, step_id, session_id, tool, request_hash, node_id, instance_id, status,
                                        started_at)
                select $1, $5, $2, $6, $7, $4, $8, 'running', clock_timestamp() from lease
                on conflict (run_id, step_id) do nothing
                returning started_at)
            select (select count(*) from lease) as leased, (select started_at from begun) as started_at
            """.formatted(Leases.TAKE);

    private static final String FIND = """
            select step_id, status, exit_code, output, truncated, timed_out, started_at, finished_at, request_hash,
                   (select fence from leases where leases.run_id = executions.run_id) as fence
            from executions where run_id = $1 and step_id = $2
            """;

    private static final String FINISH = """
            update executions
            set status = $3, exit_code = $4, output = $5, truncated = $6, timed_out = $7, finished_at = clock_timestamp()
            where run_id = $1 and step_id = $2 and status = 'running'
            returning step_id, status, exit_code, output, truncated, timed_out, started_at, finished_at
            """;

    private final Pool pool;
    private final NodeIdentity node;
    private final Leases leases;

    ExecutionTable(Pool pool, NodeIdentity node, Leases leases) {
        this.pool = pool;
        this.node = node;
        this.leases = leases;
    }

    Uni<Begun> begin(ExecutionRequest request) {
        Tuple values = Tuple.from(List.of(
                request.run().value(),
                request.session().value(),
                request.fence(),
                node.node(),
                request.step(),
                request.action().tool(),
                io.vertx.core.buffer.Buffer.buffer(request.hash()),
                node.instance()));
        return pool.preparedQuery(BEGIN)
                .execute(values)
                .chain(rows -> begun(request, rows.iterator().next()));
    }

    private Uni<Begun> begun(ExecutionRequest request, Row row) {
        OffsetDateTime startedAt = row.getOffsetDateTime("started_at");
        if (startedAt != null) {
            return Uni.createFrom().item(new Started(running(request.step(), startedAt)));
        }
        return row.getLong("leased") == 0 ? known(request).chain(known -> refused(request, known)) : known(request);
    }

    /** Even without a lease, what is recorded of a run that is over is answered; a lower fence never is. */
    private Uni<Begun> refused(ExecutionRequest request, Begun known) {
        return leases.fence(request.run())
                .map(fence -> fence.isPresent() && fence.get() > request.fence() ? new Fenced(fence.get()) : known);
    }

    /** What is recorded under the key, without beginning anything. */
    Uni<Begun> known(ExecutionRequest request) {
        return find(request.key()).map(rows -> {
            if (rows.size() == 0) {
                return new Closed();
            }
            Row row = rows.iterator().next();
            Long fence = row.getLong("fence");
            if (fence != null && fence > request.fence()) {
                return new Fenced(fence);
            }
            return Arrays.equals(row.getBuffer("request_hash").getBytes(), request.hash())
                    ? new Known(execution(row))
                    : new Different();
        });
    }

    Uni<Optional<Execution>> read(ExecutionKey key) {
        return find(key).map(ExecutionTable::first);
    }

    private static Optional<Execution> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(execution(rows.iterator().next()));
    }

    private Uni<RowSet<Row>> find(ExecutionKey key) {
        return pool.preparedQuery(FIND).execute(Tuple.of(key.run().value(), key.step()));
    }

    /** Records the end and answers what is recorded: a row that has ended already stays as it is. */
    Uni<Optional<Execution>> finish(ExecutionKey key, Outcome outcome) {
        Tuple values = Tuple.tuple()
                .addUUID(key.run().value())
                .addUUID(key.step())
                .addString(outcome.status().wire())
                .addInteger(outcome.exitCode())
                .addString(outcome.output())
                .addBoolean(outcome.truncated())
                .addBoolean(outcome.timedOut());
        return pool.preparedQuery(FINISH)
                .execute(values)
                .chain(rows -> rows.size() == 0 ? read(key) : Uni.createFrom().item(first(rows)));
    }

    /** Forgets an execution that never began, so that it may be asked for again. */
    Uni<Void> forget(ExecutionKey key) {
        return pool.preparedQuery("delete from executions where run_id = $1 and step_id = $2 and status = 'running'")
                .execute(Tuple.of(key.run().value(), key.step()))
                .replaceWithVoid();
    }

    private static Execution running(UUID step, OffsetDateTime startedAt) {
        return new Execution(step, StepStatus.RUNNING, null, "", false, false, startedAt.toInstant(), null);
    }

    private static Execution execution(Row row) {
        OffsetDateTime finishedAt = row.getOffsetDateTime("finished_at");
        return new Execution(
                row.getUUID("step_id"),
                StepStatus.of(row.getString("status")),
                row.getInteger("exit_code"),
                row.getString("output"),
                row.getBoolean("truncated"),
                row.getBoolean("timed_out"),
                row.getOffsetDateTime("started_at").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
