package dev.nightshift.runner.queue;

import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.MalformedEventException;
import dev.nightshift.contracts.RunEvent.RunStarted;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.runner.journal.LeasedRun;
import dev.nightshift.runner.journal.RunEventRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes runs that wait, and runs whose holder has fallen silent, up to the limits of the installation. Claims of all
 * nodes happen one after the other: counting and taking are one step.
 */
@ApplicationScoped
class ClaimRuns {
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('nightshift.runner.claim'), 0)";

    /** Interrupted work first, then in the order of admission; a session's runs one after the other. */
    private static final String CLAIM = """
            with candidates as (
                select run_id from runs r
                where chat = $1
                    and (status = 'pending' or (status = 'running' and lease_until < clock_timestamp()))
                    and not (chat and exists (select 1 from runs earlier where earlier.session_id = r.session_id
                        and earlier.status in ('pending', 'running') and earlier.position < r.position))
                order by (status = 'pending'), position
                limit greatest(0, $2 - (select count(*) from runs where chat = $1 and status = 'running'
                    and lease_until >= clock_timestamp()))
                for update skip locked)
            update runs set status = 'running', fence = fence + 1, attempt = attempt + 1, n = n + 1, holder = $3,
                lease_until = clock_timestamp() + $4 * interval '1 millisecond',
                started_at = coalesce(started_at, clock_timestamp())
            from candidates where runs.run_id = candidates.run_id
            returning runs.*, clock_timestamp() as now""";

    private final Pool pool;
    private final RunnerSettings settings;

    ClaimRuns(Pool pool, RunnerSettings settings) {
        this.pool = pool;
        this.settings = settings;
    }

    /** What {@code node} holds from now on, in the order of admission. */
    Uni<List<LeasedRun>> claim(UUID node) {
        return pool.withTransaction(tx -> tx.query(ONE_AT_A_TIME)
                .execute()
                .chain(() -> claim(tx, node, false, settings.maxConcurrentRuns()))
                .chain(background -> claim(tx, node, true, settings.maxConcurrentChats())
                        .map(chats -> {
                            List<Row> all = new ArrayList<>(background);
                            all.addAll(chats);
                            return all;
                        }))
                .chain(claimed -> started(tx, claimed)));
    }

    private Uni<List<Row>> claim(SqlConnection tx, UUID node, boolean chat, int limit) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(chat, limit, node, settings.lease().toMillis()))
                .map(rows -> rows.stream().toList());
    }

    private static Uni<List<LeasedRun>> started(SqlConnection tx, List<Row> claimed) {
        List<LeasedRun> runs = claimed.stream().map(ClaimRuns::leased).toList();
        List<RunStarted> events = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            events.add(
                    started(runs.get(i), claimed.get(i).getOffsetDateTime("now").toInstant()));
        }
        return RunEventRows.insert(tx, events).replaceWith(runs);
    }

    private static RunStarted started(LeasedRun run, java.time.Instant at) {
        RunDue due = run.due();
        return new RunStarted(due.runId(), due.sessionId(), due.agentId(), run.n(), at, run.attempt(), run.startedAt());
    }

    private static LeasedRun leased(Row row) {
        return new LeasedRun(
                due(row),
                row.getLong("fence"),
                row.getInteger("attempt"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getLong("n"),
                new RunTotals(
                        row.getInteger("tool_calls"),
                        row.getInteger("model_calls"),
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens")));
    }

    private static RunDue due(Row row) {
        try {
            return (RunDue) DueRunEvent.CODEC.decode(row.getBuffer("due").getBytes());
        } catch (MalformedEventException e) {
            throw new IllegalStateException("a stored due record cannot be read: " + row.getUUID("run_id"), e);
        }
    }
}
