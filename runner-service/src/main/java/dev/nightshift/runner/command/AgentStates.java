package dev.nightshift.runner.command;

import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentEvent.UnknownAgentEvent;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunId;
import dev.nightshift.runner.journal.EndRun;
import dev.nightshift.runner.queue.AgentLock;
import dev.nightshift.runner.queue.Workers;
import dev.nightshift.runner.text.BoundedText;
import dev.nightshift.service.consume.Intake;
import dev.nightshift.service.consume.Received;
import dev.nightshift.service.publish.CommittedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The topic {@code agents}, of which the runner keeps only when an agent was held back. An agent that is stopped or
 * deleted takes its open background runs with it, those decided before; a paused one lets them go on.
 */
@ApplicationScoped
class AgentStates {
    private static final int LONGEST_SENTENCE = 500;

    private static final String OPEN = """
            select run_id from runs
            where agent_id = $1 and not chat and status in ('pending', 'running') and decided_at <= $2""";

    private final Intake intake;
    private final Pool pool;
    private final CommittedRows rows;
    private final Workers workers;
    private final InstantSource clock;

    AgentStates(Intake intake, Pool pool, CommittedRows rows, Workers workers, InstantSource clock) {
        this.intake = intake;
        this.pool = pool;
        this.rows = rows;
        this.workers = workers;
        this.clock = clock;
    }

    /** What matters here of a record. */
    record Change(AgentId agent, long version, AgentState state, Instant at, EndRun.Why why) {
        boolean endsRuns() {
            return state == AgentState.STOPPED || state == AgentState.DELETED;
        }
    }

    @Incoming("agents")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return intake.take(batch, AgentEvent.CODEC, this::applyAll);
    }

    private Uni<Void> applyAll(List<Received<AgentEvent>> received) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Received<AgentEvent> one : received) {
            switch (one.event()) {
                case AgentChanged a ->
                    all = all.chain(
                            () -> apply(new Change(a.agentId(), a.version(), a.state(), a.changedAt(), why(a))));
                case AgentDeleted a ->
                    all = all.chain(() -> apply(new Change(
                            a.agentId(),
                            a.version(),
                            AgentState.DELETED,
                            a.changedAt(),
                            EndRun.Why.stopped("The agent was deleted."))));
                case UnknownAgentEvent unknown -> {}
            }
        }
        return all;
    }

    /** What the record says of the runs it ends; nothing special: somebody stopped the agent. */
    private static EndRun.Why why(AgentChanged agent) {
        String sentence = agent.note() == null
                ? "The agent was " + agent.state().wire() + "."
                : BoundedText.line(LONGEST_SENTENCE, BoundedText.clean(agent.note()));
        return agent.endReason() == EndReason.ACCESS_LOST
                ? new EndRun.Why(EndReason.ACCESS_LOST, sentence)
                : EndRun.Why.stopped(sentence);
    }

    private Uni<Void> apply(Change change) {
        return pool.withTransaction(tx -> AgentLock.take(tx, change.agent)
                        .chain(() -> AgentRows.keep(tx, change))
                        .chain(hold -> hold.isPresent() && change.endsRuns()
                                ? endOpenRuns(tx, change, hold.get().since())
                                : Uni.createFrom().item(List.<RunId>of())))
                .invoke(ended -> {
                    ended.forEach(workers::callOff);
                    rows.nudge();
                })
                .replaceWithVoid();
    }

    private Uni<List<RunId>> endOpenRuns(SqlConnection tx, Change change, Instant since) {
        return tx.preparedQuery(OPEN)
                .execute(Tuple.of(change.agent.value(), since.atOffset(ZoneOffset.UTC)))
                .map(found -> found.stream()
                        .map(row -> new RunId(row.getUUID("run_id")))
                        .toList())
                .call(open -> endAll(tx, open, change.why));
    }

    private Uni<Void> endAll(SqlConnection tx, List<RunId> runs, EndRun.Why why) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (RunId run : runs) {
            all = all.chain(() -> EndRun.now(tx, run, why, clock.instant()).replaceWithVoid());
        }
        return all;
    }
}
