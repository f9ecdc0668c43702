package dev.nightshift.agentapi.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reader of the public events. It reads the table after its last number whenever the head has moved, so it is as
 * fast as its client takes and holds nothing in memory. A stream ends after a while, and the client comes back with the
 * last number, signed in or not.
 */
@ApplicationScoped
class EventStream {
    private static final int BATCH = 200;
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final BackgroundEventLog log;
    private final EventHead head;

    EventStream(BackgroundEventLog log, EventHead head) {
        this.log = log;
        this.head = head;
    }

    /** Where one stream stands. */
    private static final class Place {
        private long number;

        private Place(long number) {
            this.number = number;
        }

        /** Everything up to the head has been seen, unless the batch was full. */
        private void advance(BackgroundEventLog.Extent extent, List<NumberedEvent> events) {
            long last = events.isEmpty() ? number : events.getLast().number();
            number = events.size() < BATCH ? Math.max(extent.head(), last) : last;
        }
    }

    /** Everything after {@code lastId}, or what happens from now on where there is none. */
    Multi<OutboundSseEvent> open(Viewer viewer, @Nullable Long lastId, Sse sse) {
        return log.extent()
                .onItem()
                .transformToMulti(extent -> from(extent, viewer, lastId, sse))
                .select()
                .first(LONGEST);
    }

    private Multi<OutboundSseEvent> from(
            BackgroundEventLog.Extent extent, Viewer viewer, @Nullable Long lastId, Sse sse) {
        OutboundSseEvent hello = sse.newEventBuilder().comment("open").build();
        if (lastId == null) {
            return Multi.createBy()
                    .concatenating()
                    .streams(Multi.createFrom().item(hello), follow(viewer, extent.head(), sse));
        }
        boolean lost = lastId < extent.oldest() - 1 || lastId > extent.head();
        OutboundSseEvent first = lost ? resync(extent, sse) : hello;
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(first), follow(viewer, lost ? extent.head() : lastId, sse));
    }

    private Multi<OutboundSseEvent> follow(Viewer viewer, long after, Sse sse) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Place(after), place -> next(place, viewer, sse))
                .indefinitely()
                .onItem()
                .transformToIterable(events -> events);
    }

    private Uni<List<OutboundSseEvent>> next(Place place, Viewer viewer, Sse sse) {
        return head.beyond(place.number, QUIET)
                .chain(moved -> moved
                        ? read(place, viewer, sse)
                        : Uni.createFrom()
                                .item(List.of(sse.newEventBuilder()
                                        .comment("still here")
                                        .build())));
    }

    private Uni<List<OutboundSseEvent>> read(Place place, Viewer viewer, Sse sse) {
        return log.extent()
                .chain(extent -> log.after(place.number, viewer, BATCH).invoke(events -> place.advance(extent, events)))
                .map(events -> events.stream().map(event -> event(event, sse)).toList());
    }

    private static OutboundSseEvent event(NumberedEvent event, Sse sse) {
        return sse.newEventBuilder()
                .id(String.valueOf(event.number()))
                .name(event.type())
                .data(String.class, event.json())
                .build();
    }

    /** The given number cannot be continued: the reader fetches the state anew and goes on from the head. */
    private static OutboundSseEvent resync(BackgroundEventLog.Extent extent, Sse sse) {
        return sse.newEventBuilder()
                .id(String.valueOf(extent.head()))
                .name("resync")
                .data(String.class, "{\"head\":" + extent.head() + "}")
                .build();
    }
}
