package dev.nightshift.search.sync;

import dev.nightshift.search.document.DocumentState;
import dev.nightshift.search.index.FollowDocuments;
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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Looks at every folder again and again; what one look found is in PostgreSQL and in the index before the next. */
@ApplicationScoped
class SyncSources {
    private static final Logger LOG = Logger.getLogger(SyncSources.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2;

    private final SyncLedger ledger;
    private final FolderSync folders;
    private final FollowDocuments index;
    private final SyncSettings settings;
    private final ExecutorService blocking;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Map<UUID, SourceTask> tasks = new ConcurrentHashMap<>();

    SyncSources(
            SyncLedger ledger,
            FolderSync folders,
            FollowDocuments index,
            SyncSettings settings,
            @VirtualThreads ExecutorService blocking) {
        this.ledger = ledger;
        this.folders = folders;
        this.index = index;
        this.settings = settings;
        this.blocking = blocking;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAtFolders() {
        startDue();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void followDocuments() {
        index.followAll();
    }

    void at(@Observes SourceChanged change) {
        blocking.execute(this::startDue);
    }

    private void startDue() {
        List<Order> orders = ledger.orders().await().atMost(TIMEOUT);
        tasks.keySet().retainAll(orders.stream().map(Order::source).toList());
        for (Order order : orders) {
            SourceTask task = tasks.computeIfAbsent(order.source(), source -> new SourceTask());
            if (task.start(order, Instant.now())) {
                blocking.execute(() -> work(order, task));
            }
        }
    }

    private void work(Order order, SourceTask task) {
        Instant started = Instant.now();
        try {
            slots.acquire();
            try {
                started = Instant.now();
                sync(order, task);
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
            LOG.warnf("sync failed, to be tried again source=%s reason=%s", order.source(), e);
        } finally {
            task.ended(started, Instant.now(), settings.maxPause());
        }
    }

    private void sync(Order order, SourceTask task) throws ScanFailure {
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
    }

    private void fail(Order order, SourceTask task, String reason) {
        task.forget();
        if (task.isNews(order, reason)) {
            LOG.warnf("source cannot be read source=%s reason=%s", order.source(), reason);
            ledger.failed(order, reason).await().atMost(TIMEOUT);
            task.failed(reason);
        }
    }
}
