package dev.nightshift.collab.live;

import dev.nightshift.collab.live.Step.Close;
import dev.nightshift.collab.live.Step.Read;
import dev.nightshift.collab.live.Step.Send;
import dev.nightshift.collab.log.LogEvent;
import dev.nightshift.collab.log.LogPage;
import dev.nightshift.contracts.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Where one connection stands in the log. An event is sent only if it is the connection's next number; whatever else is
 * heard only tells how far the log goes, and the log is read. So the numbers sent are after + 1, after + 2, … without a
 * gap or a repeat, whatever is announced in whatever order. Not thread-safe: one connection, one thread.
 */
@Decision
final class LiveCursor {
    private final SendWindow window;
    private final LongSupplier clockMs;
    private boolean open;
    private boolean closed;
    private boolean reading;
    private long sent;
    private long known;

    LiveCursor(SendWindow.Bounds bounds, LongSupplier clockMs) {
        this.window = new SendWindow(bounds);
        this.clockMs = clockMs;
    }

    /** Starts behind {@code after}, with {@code head} being the last number; {@code greetings} go first. */
    List<Step> open(List<String> greetings, long after, long head) {
        List<Step> steps = new ArrayList<>();
        open = true;
        sent = after;
        known = Math.max(known, head);
        greetings.forEach(greeting -> send(steps, greeting));
        return catchUp(steps);
    }

    /** Events that are committed; numbered one after the other. */
    List<Step> committed(List<LogEvent> events) {
        List<Step> steps = new ArrayList<>();
        known = Math.max(known, events.getLast().seq());
        if (open && !closed && !reading) {
            sendNext(steps, events);
        }
        return catchUp(steps);
    }

    /** The log is known to go at least to this number. */
    List<Step> headIs(long head) {
        known = Math.max(known, head);
        return catchUp(new ArrayList<>());
    }

    /** The answer to a {@link Read}. A page without events is not followed by another read at once. */
    List<Step> page(LogPage page) {
        List<Step> steps = new ArrayList<>();
        reading = false;
        known = Math.max(known, page.head());
        if (closed || page.events().isEmpty()) {
            return steps;
        }
        sendNext(steps, page.events());
        return catchUp(steps);
    }

    /** A {@link Read} failed; the next {@link #tick} tries again. */
    List<Step> readFailed() {
        reading = false;
        return List.of();
    }

    /** An answer to something the client sent; it has no number and overtakes events that wait for room. */
    List<Step> answer(String frame) {
        List<Step> steps = new ArrayList<>();
        if (closed) {
            return steps;
        }
        if (window.isFlooded()) {
            close(steps);
            return steps;
        }
        send(steps, frame);
        return steps;
    }

    /** The oldest frame that was sent has left. */
    List<Step> taken() {
        window.taken();
        return catchUp(new ArrayList<>());
    }

    /** To be called about once a second. */
    List<Step> tick() {
        List<Step> steps = new ArrayList<>();
        if (!closed && window.isStuck(clockMs.getAsLong())) {
            close(steps);
            return steps;
        }
        return catchUp(steps);
    }

    /** The socket is gone. */
    void gone() {
        closed = true;
    }

    private void sendNext(List<Step> steps, List<LogEvent> events) {
        for (LogEvent event : events) {
            if (event.seq() == sent + 1 && window.hasRoom()) {
                send(steps, Frames.event(event));
                sent = event.seq();
            }
        }
    }

    private List<Step> catchUp(List<Step> steps) {
        if (open && !closed && !reading && sent < known && window.isLow()) {
            reading = true;
            steps.add(new Read(sent));
        }
        return steps;
    }

    private void send(List<Step> steps, String frame) {
        window.sent(frame, clockMs.getAsLong());
        steps.add(new Send(frame));
    }

    private void close(List<Step> steps) {
        closed = true;
        steps.add(new Close(CloseCodes.TOO_SLOW, "too slow; reconnect with after=" + sent));
    }
}
