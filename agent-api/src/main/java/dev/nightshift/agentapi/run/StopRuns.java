package dev.nightshift.agentapi.run;

import dev.nightshift.agentapi.agent.AgentWork;
import dev.nightshift.agentapi.agent.Person;
import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.emergency.Emergency;
import dev.nightshift.agentapi.emergency.EmergencyMeasure;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks runners to stop runs. Whether a run was stopped or ended before, its own events say. */
@ApplicationScoped
public class StopRuns implements AgentWork, EmergencyMeasure {
    private final Pool pool;
    private final Runs runs;
    private final AuditLog audit;
    private final CommittedRows rows;
    private final InstantSource clock = InstantSource.system();

    StopRuns(Pool pool, Runs runs, AuditLog audit, CommittedRows rows) {
        this.pool = pool;
        this.runs = runs;
        this.audit = audit;
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

    @Override
    public int turn() {
        return 2;
    }

    /** Every run there is, chats too; those that nobody has heard of yet get no token. */
    @Override
    public Uni<Void> stop(SqlConnection transaction, Emergency emergency, Actor by) {
        return runs.open(transaction)
                .chain(open -> PublishedRows.insertAll(
                        transaction,
                        open.stream()
                                .map(run -> row(new StopRun(
                                        run.id(),
                                        run.agentId(),
                                        emergency.by(),
                                        "emergency stop: " + emergency.reason(),
                                        emergency.since())))
                                .toList()));
    }

    /** What has ended stays so. */
    @Override
    public Uni<Void> release(SqlConnection transaction, Actor by) {
        return Uni.createFrom().voidItem();
    }

    /** 409 when the run is over. */
    public Uni<Void> stop(Run run, Person person, @Nullable String reason) {
        RunId id = run.head().id();
        StopRun command = new StopRun(id, run.head().agentId(), person.author(), reason, clock.instant());
        return pool.withTransaction(transaction -> runs.byIds(transaction, List.of(id))
                        .invoke(now -> refuseFinal(now.getOrDefault(id, run)))
                        .chain(() -> PublishedRows.insert(transaction, row(command)))
                        .chain(() -> note(transaction, run, person)))
                .invoke(rows::nudge);
    }

    /** Who ends what runs for somebody else, or for the organisation, is noted. */
    private Uni<Void> note(SqlConnection transaction, Run run, Person person) {
        RunHead head = run.head();
        if (person.member().memberId().equals(head.actingFor().memberId())) {
            return Uni.createFrom().voidItem();
        }
        Act.Target target = new Act.Target("run", head.id().toString(), head.agentName());
        return audit.write(
                transaction,
                person.actor(),
                Act.done("run.stopped", target, Map.of("agentId", head.agentId().toString())));
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
