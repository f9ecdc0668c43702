package dev.nightshift.runner.journal;

import dev.nightshift.contracts.RunId;
import dev.nightshift.runner.waiting.Backoff;
import dev.nightshift.runner.waiting.CalledOff;
import dev.nightshift.service.problem.Outage;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Opens the journal of a run that this node holds. */
@ApplicationScoped
public class Journals {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration ONE_LOOK = Duration.ofSeconds(2);
    private static final String ENDED = "select 1 from runs where run_id = $1 and finished_at is not null";

    private final Pool pool;
    private final JournalWrites writes;
    private final InstantSource clock;

    Journals(Pool pool, JournalWrites writes, InstantSource clock) {
        this.pool = pool;
        this.writes = writes;
        this.clock = clock;
    }

    /** With all steps of earlier attempts; blocks, and waits while the database is away. */
    public RunJournal open(LeasedRun run) {
        return new RunJournal(run, run.attempt() == 1 ? List.of() : earlierSteps(run), writes, clock);
    }

    /** To end a run whose earlier steps cannot be read; they stay as they are. */
    public RunJournal openWithoutSteps(LeasedRun run) {
        return new RunJournal(run, List.of(), writes, clock);
    }

    private List<JournaledStep> earlierSteps(LeasedRun run) {
        Backoff backoff = Backoff.forServices();
        while (true) {
            try {
                return StepRows.read(pool, run.id(), 0, Integer.MAX_VALUE)
                        .await()
                        .atMost(PATIENCE);
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

    /** Whether the run is over, as far as can be found out now. */
    public boolean hasEnded(RunId run) {
        try {
            return pool.preparedQuery(ENDED)
                            .execute(Tuple.of(run.value()))
                            .await()
                            .atMost(ONE_LOOK)
                            .size()
                    == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
