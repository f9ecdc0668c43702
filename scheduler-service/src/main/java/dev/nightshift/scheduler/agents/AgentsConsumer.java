package dev.nightshift.scheduler.agents;

import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.scheduler.due.FireOnTime;
import dev.nightshift.service.consume.Intake;
import dev.nightshift.service.consume.Received;
import dev.nightshift.service.publish.CommittedRows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the topic {@code agents}. */
@ApplicationScoped
class AgentsConsumer {
    private final Intake intake;
    private final StoreAgentChanges store;
    private final CommittedRows committed;
    private final FireOnTime fire;

    AgentsConsumer(Intake intake, StoreAgentChanges store, CommittedRows committed, FireOnTime fire) {
        this.intake = intake;
        this.store = store;
        this.committed = committed;
        this.fire = fire;
    }

    @Incoming("agents")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return intake.take(batch, AgentEvent.CODEC, this::handle);
    }

    private Uni<Void> handle(List<Received<AgentEvent>> events) {
        return store.store(events.stream().map(Received::event).toList()).invoke(() -> {
            committed.nudge();
            fire.wake();
        });
    }
}
