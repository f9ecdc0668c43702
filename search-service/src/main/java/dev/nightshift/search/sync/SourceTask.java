package dev.nightshift.search.sync;

import dev.nightshift.search.document.DocumentState;
import dev.nightshift.search.sync.SyncLedger.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One source on this node: what is known of its files, and when to look again. One thread at a time works on it. */
final class SourceTask {
    /** A folder is looked at for at most this part of the time. */
    private static final int IDLE_SHARE = 10;
    /** How long a good state may stand in the ledger with an old time. */
    private static final Duration RECORD_EVERY = Duration.ofSeconds(10);

    private boolean running;
    private Instant due = Instant.MIN;
    private Instant recorded = Instant.MIN;
    private @Nullable String failure;
    private int skipped = -1;
    private @Nullable String path;
    private @Nullable Map<String, DocumentState> known;

    /** Whether to work now; then {@link #ended} must follow. */
    synchronized boolean start(Order order, Instant now) {
        if (running || (now.isBefore(due) && !order.wantsEverything())) {
            return false;
        }
        running = true;
        return true;
    }

    synchronized void ended(Instant started, Instant now, Duration maxPause) {
        running = false;
        Duration pause = Duration.between(started, now).multipliedBy(IDLE_SHARE);
        due = now.plus(pause.compareTo(maxPause) > 0 ? maxPause : pause);
    }

    /** What is known of the files under this path; null where PostgreSQL must be asked. */
    @Nullable Map<String, DocumentState> known(String path) {
        return path.equals(this.path) ? known : null;
    }

    /** After a failure in the middle nothing is known for sure. */
    void forget() {
        known = null;
    }

    void remember(String path, FolderScan.Outcome outcome) {
        this.path = path;
        this.known = outcome.states();
    }

    /** Whether a success is news for the ledger. */
    boolean isNews(Order order, int skippedNow, boolean wrote, Instant now) {
        return wrote
                || order.wantsEverything()
                || failure != null
                || skipped != skippedNow
                || now.isAfter(recorded.plus(RECORD_EVERY));
    }

    void recorded(int skippedNow, Instant now) {
        failure = null;
        skipped = skippedNow;
        recorded = now;
    }

    /** Whether a failure is news for the ledger and the log. */
    boolean isNews(Order order, String reason) {
        return order.wantsEverything() || !reason.equals(failure);
    }

    void failed(String reason) {
        failure = reason;
    }
}
