package dev.nightshift.collab.session;

import dev.nightshift.contracts.SessionId;

/** A session that a member may see, and what the member is to it; {@code admin}: the member came as an admin. */
public record VisibleSession(Session session, Role role, boolean admin) {
    public SessionId id() {
        return session.id();
    }

    /** Whether the member may speak in it and stop its runs. */
    public boolean mayPost() {
        return role == Role.OWNER;
    }
}
