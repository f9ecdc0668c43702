package dev.nightshift.agentapi.event;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Tells this node's streams that there are new events: at once for its own commits, within a second for others'. */
@ApplicationScoped
public class EventHead {
    private static final Logger LOG = Logger.getLogger(EventHead.class);

    private final BackgroundEventLog log;
    private final BroadcastProcessor<Long> heads = BroadcastProcessor.create();
    private final AtomicLong known = new AtomicLong(-1);

    EventHead(BackgroundEventLog log) {
        this.log = log;
    }

    /** Looks for new events now; call it after a commit that appended some. */
    public void nudge() {
        look().subscribe().with(done -> {}, failure -> LOG.debugf("not looked for events reason=%s", failure));
    }

    /** Something was appended: the newest number, each time it has grown. Slow readers see only the latest. */
    public Multi<Long> changes() {
        return heads.onOverflow().dropPreviousItems();
    }

    /** Gives true when the newest number is beyond {@code number}, false when it was not within {@code atMost}. */
    Uni<Boolean> beyond(long number, Duration atMost) {
        if (known.get() > number) {
            return Uni.createFrom().item(true);
        }
        return changes()
                .select()
                .where(head -> head > number)
                .toUni()
                .replaceWith(true)
                .ifNoItem()
                .after(atMost)
                .recoverWithItem(false);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return log.extent()
                .invoke(extent -> tell(extent.head()))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("looking for events again later reason=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> forgetOld() {
        return log.forgetOld();
    }

    private void tell(long head) {
        if (known.getAndSet(head) != head) {
            heads.onNext(head);
        }
    }
}
