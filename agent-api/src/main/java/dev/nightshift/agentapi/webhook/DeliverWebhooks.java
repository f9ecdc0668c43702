package dev.nightshift.agentapi.webhook;

import dev.nightshift.agentapi.event.EventHead;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Keeps this node delivering: looks for work when something happened, and every second. Every webhook has a place of its
 * own, so that a slow receiver keeps nobody waiting; one that fails gives its place back until its next attempt.
 */
@ApplicationScoped
class DeliverWebhooks {
    private static final Logger LOG = Logger.getLogger(DeliverWebhooks.class);
    private static final int PLACES = 64;

    private final Claims claims;
    private final DeliveryLog log;
    private final FollowFeed feed;
    private final SendSingles singles;
    private final AtomicInteger feedPlaces = new AtomicInteger(PLACES);
    private final AtomicInteger singlePlaces = new AtomicInteger(PLACES);

    DeliverWebhooks(Claims claims, DeliveryLog log, FollowFeed feed, SendSingles singles) {
        this.claims = claims;
        this.log = log;
        this.feed = feed;
        this.singles = singles;
    }

    void start(@Observes StartupEvent started, EventHead head) {
        head.changes().subscribe().with(number -> nudge(), failure -> LOG.errorf(failure, "events are not followed"));
    }

    /** Looks for work now. */
    void nudge() {
        look().subscribe().with(done -> {}, failure -> LOG.debugf("no webhooks looked for reason=%s", failure));
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return begin(feedPlaces, claims::take, feed::deliver)
                .chain(() -> begin(singlePlaces, log::claim, singles::send))
                .onFailure()
                .invoke(failure -> LOG.debugf("webhooks are looked at again later reason=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private <T> Uni<Void> begin(
            AtomicInteger places, Function<Integer, Uni<List<T>>> take, Function<T, Uni<Void>> work) {
        int free = places.getAndSet(0);
        if (free == 0) {
            return Uni.createFrom().voidItem();
        }
        return take.apply(free)
                .onFailure()
                .invoke(failure -> places.addAndGet(free))
                .invoke(taken -> {
                    places.addAndGet(free - taken.size());
                    taken.forEach(item -> work.apply(item)
                            .onTermination()
                            .invoke(places::incrementAndGet)
                            .subscribe()
                            .with(
                                    done -> {},
                                    failure -> LOG.debugf("a delivery is tried again later reason=%s", failure)));
                })
                .replaceWithVoid();
    }
}
