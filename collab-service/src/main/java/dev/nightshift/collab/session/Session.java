package dev.nightshift.collab.session;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session as it stood when it was read. {@code head} is the number of its last event, 0 for none;
 * {@code activeRun} the one run that is due or under way in it.
 */
public record Session(
        SessionId id,
        SessionOrigin origin,
        long head,
        @Nullable RunId activeRun,
        Instant createdAt,
        Instant updatedAt) {

    public AgentId agentId() {
        return origin.agentId();
    }

    public boolean isChat() {
        return origin.kind() == SessionKind.CHAT;
    }

    /** The same session after {@code appended} more events, with another active run. */
    public Session advanced(int appended, @Nullable RunId run) {
        return new Session(id, origin, head + appended, run, createdAt, updatedAt);
    }
}
