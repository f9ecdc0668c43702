package dev.nightshift.runner.command;

import dev.nightshift.contracts.RunCommand;
import dev.nightshift.contracts.RunCommand.StopRun;
import dev.nightshift.contracts.RunId;
import dev.nightshift.runner.journal.EndRun;
import dev.nightshift.runner.journal.EndRun.Outcome;
import dev.nightshift.runner.queue.AgentLock;
import dev.nightshift.runner.queue.Workers;
import dev.nightshift.runner.text.BoundedText;
import dev.nightshift.service.consume.Intake;
import dev.nightshift.service.consume.Received;
import dev.nightshift.service.publish.CommittedRows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The topic {@code run-commands}. A stop is decided here, in one transaction, not by the worker: a run is stopped even
 * if nobody works on it now, and the worker learns that it has lost the run.
 */
@ApplicationScoped
class StopRuns {
    private static final int LONGEST_SENTENCE = 500;

    private static final String KEEP =
            "insert into early_stops (run_id, sentence) values ($1, $2) on conflict (run_id) do nothing";

    private static final String FORGET = "delete from early_stops where received_at < now() - interval '30 days'";

    private final Intake intake;
    private final Pool pool;
    private final CommittedRows rows;
    private final Workers workers;
    private final InstantSource clock;

    StopRuns(Intake intake, Pool pool, CommittedRows rows, Workers workers, InstantSource clock) {
        this.intake = intake;
        this.pool = pool;
        this.rows = rows;
        this.workers = workers;
        this.clock = clock;
    }

    @Incoming("run-commands")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return intake.take(batch, RunCommand.CODEC, this::stopAll);
    }

    @Scheduled(every = "24h", delayed = "1h")
    Uni<Void> forgetStopsOfRunsThatNeverCame() {
        return pool.query(FORGET).execute().replaceWithVoid();
    }

    private Uni<Void> stopAll(List<Received<RunCommand>> commands) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Received<RunCommand> command : commands) {
            if (command.event() instanceof StopRun stop) {
                all = all.chain(() -> stop(stop));
            }
        }
        return all;
    }

    private Uni<Void> stop(StopRun stop) {
        return pool.withTransaction(tx -> AgentLock.take(tx, stop.agentId())
                        .chain(() -> EndRun.now(tx, stop.runId(), EndRun.Why.stopped(sentence(stop)), clock.instant()))
                        .call(outcome -> outcome == Outcome.UNKNOWN_RUN
                                ? keep(tx, stop.runId(), sentence(stop))
                                : Uni.createFrom().voidItem()))
                .invoke(() -> {
                    rows.nudge();
                    workers.callOff(stop.runId());
                })
                .replaceWithVoid();
    }

    private static Uni<Void> keep(SqlConnection tx, RunId run, String sentence) {
        return tx.preparedQuery(KEEP).execute(Tuple.of(run.value(), sentence)).replaceWithVoid();
    }

    private static String sentence(StopRun stop) {
        String who = stop.by() == null ? "Stopped" : "Stopped by " + stop.by().name();
        String why = stop.reason() == null || stop.reason().isBlank() ? "." : ": " + stop.reason();
        return BoundedText.line(LONGEST_SENTENCE, BoundedText.clean(who + why));
    }
}
