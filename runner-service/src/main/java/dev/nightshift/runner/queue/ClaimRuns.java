package dev.nightshift.runner.queue;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.MalformedEventException;
import dev.nightshift.contracts.RunEvent.RunStarted;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.runner.journal.LeasedRun;
import dev.nightshift.runner.journal.RunEventRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    private static final String ANY = """
            select 1 from runs where status = 'pending' or (status = 'running' and lease_until < clock_timestamp())
            limit 1""";

    /** Interrupted work first, then in the order of admission; a session's runs one after the other. */
    private static final String CLAIM = """
            with candidates as (
                select open.run_id from (values (false, $1::integer), (true, $2::integer)) kind (chat, slots)
                cross join lateral (
                    select run_id from runs r
                    where r.chat = kind.chat
                        and (status = 'pending' or (status = 'running' and lease_until < clock_timestamp()))
                        and not (chat and exists (select 1 from runs earlier where earlier.session_id = r.session_id
                            and earlier.status in ('pending', 'running') and earlier.position < r.position))
                    order by (status = 'pending'), position
                    limit greatest(0, kind.slots - (select count(*) from runs busy where busy.chat = kind.chat
                        and busy.status = 'running' and busy.lease_until >= clock_timestamp()))
                    for update skip locked) open)
            update runs set status = 'running', fence = fence + 1, attempt = attempt + 1, n = n + 1, holder = $3,
                lease_until = clock_timestamp() + $4 * interval '1 millisecond',
                started_at = coalesce(started_at, clock_timestamp())
            from candidates where runs.run_id = candidates.run_id
            returning runs.*, clock_timestamp() as now""";

    private final Pool pool;
    private final RunnerSettings settings;

    private final FailFaultyRuns faulty;

    ClaimRuns(Pool pool, RunnerSettings settings, FailFaultyRuns faulty) {
        this.pool = pool;
        this.settings = settings;
        this.faulty = faulty;
    }

    /** What {@code node} holds from now on; looks before it takes its turn, since mostly there is nothing to claim. */
    Uni<List<LeasedRun>> claim(UUID node) {
        return pool.query(ANY)
                .execute()
                .chain(any -> any.size() == 0
                        ? Uni.createFrom().item(List.of())
                        : pool.withTransaction(tx -> claim(tx, node)));
    }

    /** What {@code node} holds once the transaction is committed, until when no other node claims anything. */
    Uni<List<LeasedRun>> claim(SqlConnection tx, UUID node) {
        return tx.query(ONE_AT_A_TIME)
                .execute()
                .chain(() -> tx.preparedQuery(CLAIM)
                        .execute(Tuple.of(
                                settings.maxConcurrentRuns(),
                                settings.maxConcurrentChats(),
                                node,
                                settings.lease().toMillis())))
                .chain(claimed -> begin(tx, claimed));
    }

    private Uni<List<LeasedRun>> begin(SqlConnection tx, RowSet<Row> claimed) {
        List<LeasedRun> runs = new ArrayList<>();
        List<RunStarted> events = new ArrayList<>();
        Uni<Void> failed = Uni.createFrom().voidItem();
        for (Row row : claimed) {
            try {
                LeasedRun run = leased(row);
                runs.add(run);
                events.add(started(run, row.getOffsetDateTime("now").toInstant()));
            } catch (MalformedEventException e) {
                failed = failed.chain(() -> faulty.failClaimed(tx, fault(row, e), row.getLong("n"), totals(row)));
            }
        }
        return failed.chain(() -> RunEventRows.insert(tx, events)).replaceWith(runs);
    }

    private static RunStarted started(LeasedRun run, Instant at) {
        RunDue due = run.due();
        return new RunStarted(due.runId(), due.sessionId(), due.agentId(), run.n(), at, run.attempt(), run.startedAt());
    }

    private static LeasedRun leased(Row row) throws MalformedEventException {
        return new LeasedRun(
                (RunDue) DueRunEvent.CODEC.decode(row.getBuffer("due").getBytes()),
                row.getLong("fence"),
                row.getInteger("attempt"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getLong("n"),
                totals(row));
    }

    private static RunTotals totals(Row row) {
        return new RunTotals(
                row.getInteger("tool_calls"),
                row.getInteger("model_calls"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"));
    }

    private static DueRunFault fault(Row row, MalformedEventException e) {
        return new DueRunFault(
                new RunId(row.getUUID("run_id")),
                new SessionId(row.getUUID("session_id")),
                new AgentId(row.getUUID("agent_id")),
                "This version cannot read what an earlier one stored of the run: " + e.getMessage());
    }
}
