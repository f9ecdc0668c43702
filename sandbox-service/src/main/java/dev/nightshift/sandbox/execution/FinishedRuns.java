package dev.nightshift.sandbox.execution;

import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.RunCancelled;
import dev.nightshift.contracts.RunEvent.RunCompleted;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunEvent.RunSkipped;
import dev.nightshift.contracts.RunId;
import dev.nightshift.sandbox.live.LiveSandboxes;
import dev.nightshift.service.consume.Intake;
import dev.nightshift.service.consume.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Releases a run's sandbox when the run is over, whoever forgot to. */
@ApplicationScoped
class FinishedRuns {
    private final Intake intake;
    private final Leases leases;
    private final LiveSandboxes live;

    FinishedRuns(Intake intake, Leases leases, LiveSandboxes live) {
        this.intake = intake;
        this.leases = leases;
        this.live = live;
    }

    @Incoming("run-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return intake.take(batch, RunEvent.CODEC, this::release);
    }

    private Uni<Void> release(List<Received<RunEvent>> events) {
        List<RunId> over = events.stream()
                .map(received -> over(received.event()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (over.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return leases.close(over)
                .invoke(() -> over.forEach(run -> Thread.ofVirtual().start(() -> live.release(run))));
    }

    private static Optional<RunId> over(RunEvent event) {
        return switch (event) {
            case RunCompleted run -> Optional.of(run.runId());
            case RunFailed run -> Optional.of(run.runId());
            case RunCancelled run -> Optional.of(run.runId());
            case RunSkipped run -> Optional.of(run.runId());
            case RunEvent other -> Optional.empty();
        };
    }
}
