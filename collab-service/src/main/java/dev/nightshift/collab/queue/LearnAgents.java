package dev.nightshift.collab.queue;

import dev.nightshift.collab.agent.AgentDirectory;
import dev.nightshift.collab.session.Sessions;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.service.consume.Intake;
import dev.nightshift.service.consume.Received;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what agents are, and starts the chats that waited for one to be known. */
@ApplicationScoped
class LearnAgents {
    private final Intake intake;
    private final Pool pool;
    private final AgentDirectory agents;
    private final Sessions sessions;
    private final WakeSession wake;

    LearnAgents(Intake intake, Pool pool, AgentDirectory agents, Sessions sessions, WakeSession wake) {
        this.intake = intake;
        this.pool = pool;
        this.agents = agents;
        this.sessions = sessions;
        this.wake = wake;
    }

    @Incoming("agents")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return intake.take(
                batch,
                AgentEvent.CODEC,
                events -> learn(events.stream().map(Received::event).toList()));
    }

    private Uni<Void> learn(List<AgentEvent> events) {
        List<AgentDefinition> definitions = events.stream()
                .filter(AgentChanged.class::isInstance)
                .map(event -> ((AgentChanged) event).definition())
                .toList();
        return pool.withTransaction(tx -> agents.store(tx, events).chain(() -> sessions.describe(tx, definitions)))
                .chain(() -> wakeChatsOf(
                        definitions.stream().map(AgentDefinition::agentId).toList()));
    }

    private Uni<Void> wakeChatsOf(List<AgentId> learned) {
        if (learned.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sessions.waitingFor(pool, learned)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(wake::start)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
