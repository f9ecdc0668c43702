package dev.nightshift.agentapi.run;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.DueRunEvent.RunNotDue;
import dev.nightshift.contracts.DueRunEvent.UnknownDueRunEvent;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunId;
import dev.nightshift.service.consume.Intake;
import dev.nightshift.service.consume.Received;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** What the scheduler decided and what the runner did becomes history. */
@ApplicationScoped
class HistoryIntake {
    private static final Logger LOG = Logger.getLogger(HistoryIntake.class);

    private final Intake intake;
    private final ProjectHistory project;
    private final EarlyEvents early;
    private final Pool pool;

    HistoryIntake(Intake intake, ProjectHistory project, EarlyEvents early, Pool pool) {
        this.intake = intake;
        this.project = project;
        this.early = early;
        this.pool = pool;
    }

    @Incoming("due-runs")
    Uni<Void> dueRuns(ConsumerRecords<String, byte[]> batch) {
        return intake.take(batch, DueRunEvent.CODEC, this::decided);
    }

    @Incoming("run-events")
    Uni<Void> runEvents(ConsumerRecords<String, byte[]> batch) {
        return intake.take(batch, RunEvent.CODEC, this::happened);
    }

    private Uni<Void> decided(List<Received<DueRunEvent>> records) {
        Set<AgentId> agents = new LinkedHashSet<>();
        Set<RunId> runs = new LinkedHashSet<>();
        for (Received<DueRunEvent> item : records) {
            switch (item.event()) {
                case RunDue due -> {
                    agents.add(due.agentId());
                    runs.add(due.runId());
                }
                case RunNotDue not -> {
                    agents.add(not.agentId());
                    runs.add(not.runId());
                }
                case UnknownDueRunEvent unknown -> {}
            }
        }
        return project.project(agents, runs, history -> records.forEach(item -> take(history, item.event())));
    }

    private static void take(History history, DueRunEvent event) {
        switch (event) {
            case RunDue due -> history.take(due);
            case RunNotDue not -> history.take(not);
            case UnknownDueRunEvent unknown -> {}
        }
    }

    private Uni<Void> happened(List<Received<RunEvent>> records) {
        List<Known> events = new ArrayList<>();
        for (Received<RunEvent> item : records) {
            if (item.event() instanceof Known known) {
                events.add(known);
            }
        }
        return project.project(
                events.stream().map(Known::agentId).toList(),
                events.stream().map(Known::runId).toList(),
                history -> events.forEach(history::take));
    }

    /**
     * A gap that stays open (an event of a newer version, or one that could not be read) must not leave a run without an
     * end for ever.
     */
    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> closeOldGaps() {
        return early.overdue(pool)
                .chain(runs -> runs.isEmpty() ? Uni.createFrom().voidItem() : close(runs))
                .onFailure()
                .invoke(failure -> LOG.debugf("open gaps are looked at again later reason=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> close(List<RunId> runs) {
        LOG.warnf("events are missing, going on without them runs=%s", runs);
        return pool.withTransaction(transaction -> early.of(transaction, runs))
                .chain(events -> project.project(
                        events.stream().map(Known::agentId).toList(),
                        runs,
                        history -> runs.forEach(history::closeGap)));
    }
}
