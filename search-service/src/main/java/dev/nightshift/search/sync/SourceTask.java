package dev.nightshift.search.sync;

import dev.nightshift.search.document.DocumentState;
import dev.nightshift.search.sync.FolderWatch.Coverage;
import dev.nightshift.search.sync.SyncLedger.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One source on this node: what is known of its files, and when to look again. One thread at a time works on it. */
final class SourceTask {
    /** A folder is looked at for at most this part of the time. */
    private static final int IDLE_SHARE = 10;
    /** As above, while its files are being changed. */
    private static final int BUSY_SHARE = 2;
    /** Between two looks at a watched folder in which nothing happens, as far as the system tells. */
    private static final Duration WATCHED_PAUSE = Duration.ofSeconds(10);
    /** How long a good state may stand in the ledger with an old time. */
    private static final Duration RECORD_EVERY = Duration.ofSeconds(10);

    private boolean running;
    private boolean touched;
    private Optional<Object> found = Optional.empty();
    private Instant due = Instant.MIN;
    private Instant dueIfTouched = Instant.MIN;
    private Instant recorded = Instant.MIN;
    private @Nullable String failure;
    private @Nullable String trouble;
    private int skipped = -1;
    private @Nullable String path;
    private @Nullable Map<String, DocumentState> known;

    /** Something happened in the folder. */
    synchronized void touch() {
        touched = true;
    }

    /** What the path leads to right now, in the system's own terms; another thing than before is to be looked at. */
    synchronized void found(Optional<Object> folder) {
        touched |= !folder.equals(found);
        found = folder;
    }

    /** Whether to work now; then {@link #ended} must follow. */
    synchronized boolean start(Order order, Instant now) {
        Instant next = touched ? dueIfTouched : due;
        if (running || (now.isBefore(next) && !order.wantsEverything())) {
            return false;
        }
        running = true;
        touched = false;
        return true;
    }

    /** {@code looked}: how long it took to look through the folder and find nothing; zero where something was found. */
    synchronized void ended(Duration looked, Coverage coverage, Instant now, Duration maxPause) {
        running = false;
        Duration idle = looked.multipliedBy(IDLE_SHARE);
        Duration pause = coverage == Coverage.COMPLETE && idle.compareTo(WATCHED_PAUSE) < 0 ? WATCHED_PAUSE : idle;
        due = coverage == Coverage.GROWN ? now : now.plus(shorter(pause, maxPause));
        dueIfTouched = now.plus(shorter(looked.multipliedBy(BUSY_SHARE), maxPause));
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

    /** Whether a failure that is not the folder's is another than the last one. */
    boolean isNewTrouble(RuntimeException reason) {
        String now = reason.toString();
        boolean isNew = !now.equals(trouble);
        trouble = now;
        return isNew;
    }

    void recorded(int skippedNow, Instant now) {
        failure = null;
        trouble = null;
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

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
