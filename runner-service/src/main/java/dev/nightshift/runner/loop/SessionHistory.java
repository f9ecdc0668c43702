package dev.nightshift.runner.loop;

import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.MalformedEventException;
import dev.nightshift.runner.model.Conversation;
import dev.nightshift.runner.model.PastRun;
import dev.nightshift.runner.waiting.Backoff;
import dev.nightshift.runner.waiting.CalledOff;
import dev.nightshift.service.problem.Outage;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was said in a session before this run, as its earlier runs have it. */
@ApplicationScoped
class SessionHistory {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String EARLIER = """
            select due, coalesce(output, error, '') as answered from runs
            where session_id = $1 and due is not null and status in ('completed', 'failed', 'cancelled')
                and position < (select position from runs where run_id = $2)
            order by position desc limit $3""";

    private final Pool pool;

    SessionHistory(Pool pool) {
        this.pool = pool;
    }

    /** Oldest first, none for the first run of a session; blocks, and waits while the database is away. */
    List<PastRun> before(RunDue run) {
        Backoff backoff = Backoff.forServices();
        while (true) {
            try {
                return read(run);
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw CalledOff.interrupted();
                }
                if (!Outage.is(e) && !(e instanceof io.smallrye.mutiny.TimeoutException)) {
                    throw e;
                }
                backoff.pause();
            }
        }
    }

    private List<PastRun> read(RunDue run) {
        List<PastRun> past = new ArrayList<>();
        pool.preparedQuery(EARLIER)
                .execute(Tuple.of(run.sessionId().value(), run.runId().value(), (long) Conversation.PAST_RUNS))
                .await()
                .atMost(PATIENCE)
                .forEach(row -> asked(row)
                        .ifPresent(question -> past.addFirst(new PastRun(question, row.getString("answered")))));
        return past;
    }

    /** Empty for a run of which this version cannot read what an earlier one stored. */
    private static Optional<String> asked(Row row) {
        try {
            return Optional.of(Conversation.question(
                    (RunDue) DueRunEvent.CODEC.decode(row.getBuffer("due").getBytes())));
        } catch (MalformedEventException e) {
            return Optional.empty();
        }
    }
}
