package dev.nightshift.collab.live;

import dev.nightshift.contracts.MemberId;

/** Somebody who watches a session now. {@code state} is {@code active} or {@code idle}. */
record Participant(MemberId memberId, String name, String state, boolean typing, boolean keyboard) {
    static Participant connected(MemberId memberId, String name) {
        return new Participant(memberId, name, "active", false, false);
    }
}
