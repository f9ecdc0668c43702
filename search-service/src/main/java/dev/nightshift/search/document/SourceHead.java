package dev.nightshift.search.document;

import java.util.UUID;

/**
 * How far a source's changes have got.
 *
 * @param head the newest change's number
 * @param forgotten removals up to this number are no longer listed: a follower that stopped earlier must start anew
 */
public record SourceHead(UUID sourceId, long head, long forgotten) {

    /** Whether a follower that holds changes up to {@code position} can go on from there. */
    public boolean canFollowFrom(long position) {
        return position == 0 || (position <= head && position >= forgotten);
    }
}
