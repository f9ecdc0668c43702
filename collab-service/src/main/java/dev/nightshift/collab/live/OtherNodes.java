package dev.nightshift.collab.live;

import dev.nightshift.collab.log.LogEvent;
import dev.nightshift.contracts.SessionId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears what other nodes have committed. This node's own events come back here too, and are then nobody's next number
 * any more. What is lost or not readable is healed by the check of heads.
 */
@ApplicationScoped
class OtherNodes {
    private final LiveSessions live;

    OtherNodes(LiveSessions live) {
        this.live = live;
    }

    @Incoming("session-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        batch.forEach(this::hear);
        return Uni.createFrom().voidItem();
    }

    private void hear(ConsumerRecord<String, byte[]> item) {
        try {
            SessionId session = SessionId.of(String.valueOf(item.key()));
            if (item.value() != null && live.isWatched(session)) {
                LogEvent.ofRecord(new String(item.value(), StandardCharsets.UTF_8))
                        .ifPresent(event -> live.committed(session, List.of(event)));
            }
        } catch (IllegalArgumentException e) {
            // Not one of our records: nobody watches a session without an id.
        }
    }
}
