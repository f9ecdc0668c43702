package dev.nightshift.collab.queue;

import dev.nightshift.collab.session.SessionRun;
import dev.nightshift.collab.session.SessionRuns;
import dev.nightshift.collab.session.VisibleSession;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.RunCommand;
import dev.nightshift.contracts.RunCommand.StopRun;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.publish.CommittedRows;
import dev.nightshift.service.publish.PublishedRow;
import dev.nightshift.service.publish.PublishedRows;
import dev.nightshift.service.runtime.DatabaseClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Asks the runner to end a run of a session. */
@ApplicationScoped
public class StopSessionRun {
    private final Pool pool;
    private final SessionRuns runs;
    private final DatabaseClock clock;
    private final CommittedRows publisher;

    StopSessionRun(Pool pool, SessionRuns runs, DatabaseClock clock, CommittedRows publisher) {
        this.pool = pool;
        this.runs = runs;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** Fails as 403 for a mere viewer, 404 for a run of another session, and 409 for one that is over. */
    public Uni<Void> stop(VisibleSession seen, Author by, RunId run) {
        if (!seen.mayPost()) {
            return Uni.createFrom().failure(Problem.forbidden("Only whose session it is may stop its runs."));
        }
        return runs.find(pool, run)
                .map(found -> found.filter(r -> r.sessionId().equals(seen.id()))
                        .orElseThrow(() -> Problem.notFound("run of this session")))
                .invoke(StopSessionRun::refuseWhenOver)
                .chain(found -> clock.now().chain(now -> PublishedRows.insert(pool, row(found, by, now))))
                .invoke(publisher::nudge);
    }

    private static void refuseWhenOver(SessionRun run) {
        if (run.status().isFinal()) {
            throw Problem.conflict("The run is over already: " + run.status().wire() + ".");
        }
    }

    private static PublishedRow row(SessionRun run, Author by, Instant now) {
        return PublishedRow.of(
                Topics.RUN_COMMANDS,
                run.runId().toString(),
                Uuids.v7().toString(),
                RunCommand.CODEC,
                new StopRun(run.runId(), run.agentId(), by, null, now),
                now);
    }
}
