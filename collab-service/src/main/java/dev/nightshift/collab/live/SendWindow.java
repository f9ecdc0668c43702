package dev.nightshift.collab.live;

import dev.nightshift.contracts.Decision;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been sent on one connection and not yet been taken by the network. Within {@code maxFrames} and
 * {@code maxCharacters} there is room; {@code patienceMs} is how long one frame may stay untaken.
 */
@Decision
final class SendWindow {
    /** The bounds of a window; times in milliseconds. */
    record Bounds(int maxFrames, int maxCharacters, long patienceMs) {
        Bounds {
            if (maxFrames < 1 || maxCharacters < 1 || patienceMs < 1) {
                throw new IllegalArgumentException("a window has room and patience");
            }
        }
    }

    private record Untaken(int characters, long sinceMs) {}

    private final Bounds bounds;
    private final Deque<Untaken> untaken = new ArrayDeque<>();
    private int characters;

    SendWindow(Bounds bounds) {
        this.bounds = bounds;
    }

    boolean hasRoom() {
        return untaken.size() < bounds.maxFrames() && characters < bounds.maxCharacters();
    }

    /** Whether it has emptied so far that fetching more is worth it. */
    boolean isLow() {
        return untaken.size() <= bounds.maxFrames() / 4 && characters <= bounds.maxCharacters() / 4;
    }

    /** Whether somebody makes the server answer without taking the answers. */
    boolean isFlooded() {
        return untaken.size() >= 2 * bounds.maxFrames();
    }

    boolean isStuck(long nowMs) {
        Untaken oldest = untaken.peek();
        return oldest != null && nowMs - oldest.sinceMs() > bounds.patienceMs();
    }

    void sent(String frame, long nowMs) {
        untaken.add(new Untaken(frame.length(), nowMs));
        characters += frame.length();
    }

    /** The oldest frame has left. */
    void taken() {
        characters -= untaken.remove().characters();
    }
}
