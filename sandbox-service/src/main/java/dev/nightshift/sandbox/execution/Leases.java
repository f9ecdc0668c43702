package dev.nightshift.sandbox.execution;

import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.sandbox.node.NodeIdentity;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Who may use a run's sandbox: the runner with the highest fence seen, until the run is over. */
@ApplicationScoped
class Leases {
    /** Parameters: run, session, fence, node. Returns a row only to whoever may. */
    static final String TAKE = """
            insert into leases (run_id, session_id, fence, node_id, used_at)
            values ($1, $2, $3, $4, clock_timestamp())
            on conflict (run_id) do update
            set fence = excluded.fence, node_id = excluded.node_id, used_at = excluded.used_at
            where leases.fence <= excluded.fence and leases.session_id = excluded.session_id
              and leases.closed_at is null
            returning fence""";

    private final Pool pool;
    private final NodeIdentity node;

    Leases(Pool pool, NodeIdentity node) {
        this.pool = pool;
        this.node = node;
    }

    /** Fails with a 409 for whoever was overtaken, and for a run that is over. */
    Uni<Void> take(RunId run, SessionId session, long fence) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(run.value(), session.value(), fence, node.node()))
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().voidItem()
                        : fence(run).chain(highest -> Uni.createFrom().failure(refusal(highest, fence))));
    }

    /** Lets the holder of the highest fence release: raises the fence, and fails with a 409 for a lower one. */
    Uni<Void> raise(RunId run, long fence) {
        return pool.preparedQuery("update leases set fence = $2 where run_id = $1 and fence <= $2")
                .execute(Tuple.of(run.value(), fence))
                .chain(rows -> rows.rowCount() > 0 ? Uni.createFrom().voidItem() : unknownOrFenced(run, fence));
    }

    private Uni<Void> unknownOrFenced(RunId run, long fence) {
        return fence(run)
                .invoke(highest -> {
                    if (highest.isPresent()) {
                        throw refusal(highest, fence);
                    }
                })
                .replaceWithVoid();
    }

    private static Problem refusal(Optional<Long> highest, long fence) {
        return highest.isPresent() && highest.get() > fence ? fenced(highest.get()) : closed();
    }

    static Problem fenced(long highest) {
        return Problem.fenced("A newer runner has taken the run: its fence is " + highest + ".");
    }

    static Problem closed() {
        return Problem.conflict("The run is over, or its sandbox belongs to another session.");
    }

    /** The highest fence seen; empty for a run that never asked. */
    Uni<Optional<Long>> fence(RunId run) {
        return pool.preparedQuery("select fence from leases where run_id = $1")
                .execute(Tuple.of(run.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getLong("fence")));
    }

    /** Nothing new begins for these runs any more. */
    Uni<Void> close(Collection<RunId> runs) {
        return pool.preparedQuery(
                        "update leases set closed_at = clock_timestamp() where run_id = any($1) and closed_at is null")
                .execute(Tuple.of(ids(runs)))
                .replaceWithVoid();
    }

    /** Those of the given runs that are over. */
    Uni<List<RunId>> closed(Collection<RunId> runs) {
        return pool.preparedQuery("select run_id from leases where run_id = any($1) and closed_at is not null")
                .execute(Tuple.of(ids(runs)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new RunId(row.getUUID("run_id")))
                        .toList());
    }

    private static UUID[] ids(Collection<RunId> runs) {
        return runs.stream().map(RunId::value).toArray(UUID[]::new);
    }
}
