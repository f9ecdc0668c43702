package dev.nightshift.collab.run;

import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.service.consume.Intake;
import dev.nightshift.service.consume.Received;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the journals of runs in: sessions side by side, the entries of one session in order. */
@ApplicationScoped
class RunEventsConsumer {
    /** Fewer than the connections of the pool, so that requests find one too. */
    private static final int SESSIONS_AT_ONCE = 6;

    private final Intake intake;
    private final AppendRunEvents append;

    RunEventsConsumer(Intake intake, AppendRunEvents append) {
        this.intake = intake;
        this.append = append;
    }

    @Incoming("run-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return intake.takeNumbered(batch, RunEvent.CODEC, this::handle);
    }

    private Uni<Void> handle(List<Received<RunEvent>> events) {
        Map<SessionId, List<JournalEntry>> bySession = events.stream()
                .map(Received::event)
                .map(JournalEntry::of)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(JournalEntry::sessionId, LinkedHashMap::new, Collectors.toList()));
        return Multi.createFrom()
                .iterable(bySession.values())
                .onItem()
                .transformToUni(append::append)
                .merge(SESSIONS_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
