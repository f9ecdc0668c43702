package dev.nightshift.runner.queue;

import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.service.consume.DeadRecord;
import dev.nightshift.service.consume.Intake;
import dev.nightshift.service.consume.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topic {@code due-runs}. Decisions that bring no run are not the runner's. */
@ApplicationScoped
class DueRunsIntake {
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
        return intake.take(batch, DueRunEvent.CODEC, this::admit, this::endRunOf);
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

    private Uni<Void> endRunOf(DeadRecord dead) {
        return DueRunFault.in(dead.item().key(), dead.type().orElse(null), dead.value(), dead.reason())
                .map(faulty::fail)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
