package dev.nightshift.search.index;

import dev.nightshift.search.document.DocumentChange;
import dev.nightshift.search.document.DocumentStore;
import dev.nightshift.search.document.SourceHead;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Brings the index up to what PostgreSQL holds. Every method blocks. */
@ApplicationScoped
public class FollowDocuments {
    private static final Logger LOG = Logger.getLogger(FollowDocuments.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int STEP_CHANGES = 500;
    private static final long STEP_BYTES = 8 << 20;

    private final DocumentStore documents;
    private final DocumentIndex index;
    private final Map<UUID, ReentrantLock> following = new ConcurrentHashMap<>();
    private volatile boolean failing;

    FollowDocuments(DocumentStore documents, DocumentIndex index) {
        this.documents = documents;
        this.index = index;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void followByTheClock() {
        try {
            followAll();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("the index cannot follow the documents, to be tried again reason=%s", e);
            }
            failing = true;
        }
    }

    /** All sources, and none that has been deleted. */
    void followAll() {
        Set<UUID> held = index.sources();
        List<SourceHead> heads = documents.heads().await().atMost(TIMEOUT);
        Set<UUID> existing = heads.stream().map(SourceHead::sourceId).collect(Collectors.toSet());
        held.stream().filter(source -> !existing.contains(source)).forEach(this::drop);
        heads.stream()
                .filter(head -> index.position(head.sourceId()) != head.head())
                .forEach(head -> follow(head.sourceId()));
    }

    /** One source, up to its present head at least. */
    public void follow(UUID source) {
        ReentrantLock lock = following.computeIfAbsent(source, id -> new ReentrantLock());
        lock.lock();
        try {
            documents.head(source).await().atMost(TIMEOUT).ifPresent(this::follow);
        } finally {
            lock.unlock();
        }
    }

    private void follow(SourceHead head) {
        UUID source = head.sourceId();
        if (!head.canFollowFrom(index.position(source))) {
            index.drop(source);
        }
        while (index.position(source) < head.head()) {
            List<DocumentChange> changes = documents
                    .changes(source, index.position(source), STEP_CHANGES, STEP_BYTES)
                    .await()
                    .atMost(TIMEOUT);
            index.apply(
                    source,
                    changes,
                    changes.isEmpty() ? head.head() : changes.getLast().number());
        }
    }

    private void drop(UUID source) {
        index.drop(source);
        following.remove(source);
    }
}
