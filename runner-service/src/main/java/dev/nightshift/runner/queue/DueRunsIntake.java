package dev.nightshift.runner.queue;

import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.service.consume.Intake;
import dev.nightshift.service.consume.Received;
import dev.nightshift.service.problem.Outage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** The topic {@code due-runs}. Decisions that bring no run are not the runner's. */
@ApplicationScoped
class DueRunsIntake {
    private static final Logger LOG = Logger.getLogger(DueRunsIntake.class);

    private final Intake intake;
    private final AdmitDueRuns admission;
    private final FailFaultyRuns faulty;

    DueRunsIntake(Intake intake, AdmitDueRuns admission, FailFaultyRuns faulty) {
        this.intake = intake;
        this.admission = admission;
        this.faulty = faulty;
    }

    @Incoming("due-runs")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return endFaulty(batch).chain(() -> intake.take(batch, DueRunEvent.CODEC, this::admit));
    }

    private Uni<Void> admit(List<Received<DueRunEvent>> received) {
        List<RunDue> dues = new ArrayList<>();
        for (Received<DueRunEvent> one : received) {
            if (one.event() instanceof RunDue due) {
                dues.add(due);
            }
        }
        return admission.admit(dues);
    }

    /** The record itself is dead-lettered by the intake, right after. */
    private Uni<Void> endFaulty(ConsumerRecords<String, byte[]> batch) {
        List<DueRunFault> faults = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> item : batch) {
            byte[] value = Objects.requireNonNullElse(item.value(), new byte[0]);
            DueRunFault.in(item.key(), value).ifPresent(faults::add);
        }
        if (faults.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> faulty.fail(faults))
                .onFailure(Outage::is)
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .indefinitely()
                .onFailure()
                .invoke(e -> LOG.error("a faulty due run could not be ended", e))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
