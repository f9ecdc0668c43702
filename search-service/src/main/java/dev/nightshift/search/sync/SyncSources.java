package dev.nightshift.search.sync;

import dev.nightshift.search.document.DocumentState;
import dev.nightshift.search.source.SourceChanged;
import dev.nightshift.search.sync.SyncLedger.Order;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Looks at every folder again and again; what one look found is in PostgreSQL and in the index before the next. */
@ApplicationScoped
class SyncSources {
    private static final Logger LOG = Logger.getLogger(SyncSources.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2;

    private final SyncLedger ledger;
    private final FolderSync folders;
    private final FolderWatch watch;
    private final SyncSettings settings;
    private final ExecutorService blocking;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Map<UUID, SourceTask> tasks = new ConcurrentHashMap<>();
    private volatile boolean failing;

    SyncSources(
            SyncLedger ledger,
            FolderSync folders,
            FolderWatch watch,
            SyncSettings settings,
            @VirtualThreads ExecutorService blocking) {
        this.ledger = ledger;
        this.folders = folders;
        this.watch = watch;
        this.settings = settings;
        this.blocking = blocking;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAtFolders() {
        try {
            startDue();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("folders cannot be looked at, to be tried again reason=%s", e);
            }
            failing = true;
        }
    }

    void at(@Observes SourceChanged change) {
        blocking.execute(this::lookAtFolders);
    }

    private void startDue() {
        List<Order> orders = ledger.orders().await().atMost(TIMEOUT);
        Set<UUID> sources = orders.stream().map(Order::source).collect(Collectors.toSet());
        tasks.keySet().retainAll(sources);
        watch.retain(sources);
        Set<UUID> changed = watch.changed();
        for (Order order : orders) {
            SourceTask task = tasks.computeIfAbsent(order.source(), source -> new SourceTask());
            task.found(folders.identity(order.path()));
            if (changed.contains(order.source())) {
                task.touch();
            }
            if (task.start(order, Instant.now())) {
                blocking.execute(() -> work(order, task));
            }
        }
    }

    private void work(Order order, SourceTask task) {
        Look look = Look.FAILED;
        try {
            slots.acquire();
            try {
                look = sync(order, task);
            } finally {
                slots.release();
            }
        } catch (ScanFailure e) {
            fail(order, task, String.valueOf(e.getMessage()));
        } catch (FolderSync.SourceGone e) {
            LOG.debugf("source deleted while it was read source=%s", order.source());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            task.forget();
            if (task.isNewTrouble(e)) {
                LOG.warnf("sync failed, to be tried again source=%s reason=%s", order.source(), e);
            }
        } finally {
            task.ended(look.took(), look.coverage(), Instant.now(), settings.maxPause());
        }
    }

    private Look sync(Order order, SourceTask task) throws ScanFailure {
        Instant started = Instant.now();
        AtomicBoolean wrote = new AtomicBoolean();
        Map<String, DocumentState> known = task.known(order.path());
        FolderScan.Outcome outcome = folders.run(order, known == null ? folders.known(order.source()) : known, () -> {
            wrote.set(true);
            ledger.syncing(order.source()).await().atMost(TIMEOUT);
        });
        task.remember(order.path(), outcome);
        if (task.isNews(order, outcome.skipped(), wrote.get(), Instant.now())) {
            ledger.done(order, outcome.skipped()).await().atMost(TIMEOUT);
            task.recorded(outcome.skipped(), Instant.now());
        }
        boolean idle = !wrote.get() && known != null;
        return new Look(
                idle ? Duration.between(started, Instant.now()) : Duration.ZERO,
                watch.watch(order.source(), outcome.root(), outcome.folders()));
    }

    private void fail(Order order, SourceTask task, String reason) {
        task.forget();
        if (task.isNews(order, reason)) {
            LOG.warnf("source cannot be read source=%s reason=%s", order.source(), reason);
            ledger.failed(order, reason).await().atMost(TIMEOUT);
            task.failed(reason);
        }
    }

    /** How a look went: how long it took if it found nothing, else zero. */
    private record Look(Duration took, FolderWatch.Coverage coverage) {
        static final Look FAILED = new Look(Duration.ZERO, FolderWatch.Coverage.NONE);
    }
}
