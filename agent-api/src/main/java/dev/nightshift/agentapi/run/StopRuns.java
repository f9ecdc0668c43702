package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.AgentWork;
import dev.nightshift.contracts.AgentId;
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
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks runners to stop runs. Whether a run was stopped or ended before, its own events say. */
@ApplicationScoped
public class StopRuns implements AgentWork {
    private final Pool pool;
    private final Runs runs;
    private final CommittedRows rows;
    private final InstantSource clock = InstantSource.system();

    StopRuns(Pool pool, Runs runs, CommittedRows rows) {
        this.pool = pool;
        this.runs = runs;
        this.rows = rows;
    }

    @Override
    public Uni<Void> stopAll(SqlConnection transaction, AgentId agent, Author by, Instant now) {
        return runs.open(transaction, agent)
                .chain(open -> PublishedRows.insertAll(
                        transaction,
                        open.stream()
                                .map(run -> row(new StopRun(run, agent, by, "the agent was stopped", now)))
                                .toList()));
    }

    /** 409 when the run is over. */
    public Uni<Void> stop(Run run, Author by, @Nullable String reason) {
        RunId id = run.head().id();
        return pool.withTransaction(transaction -> runs.byIds(transaction, List.of(id))
                        .invoke(now -> refuseFinal(now.getOrDefault(id, run)))
                        .chain(() -> PublishedRows.insert(
                                transaction, row(new StopRun(id, run.head().agentId(), by, reason, clock.instant())))))
                .invoke(rows::nudge);
    }

    private static void refuseFinal(Run run) {
        if (run.progress().status().isFinal()) {
            throw Problem.conflict(
                    "The run is over: it is " + run.progress().status().wire() + ".");
        }
    }

    private static PublishedRow row(StopRun stop) {
        return PublishedRow.of(
                Topics.RUN_COMMANDS, stop.runId().toString(), Uuids.v7().toString(), RunCommand.CODEC, stop, stop.at());
    }
}
