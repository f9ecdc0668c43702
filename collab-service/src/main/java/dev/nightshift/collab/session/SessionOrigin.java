package dev.nightshift.collab.session;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.RunId;
import org.jspecify.annotations.Nullable;

/**
 * What a session is from its first moment on. {@code owner} is who chats, or the creator of a user agent; a background
 * session of an org agent has none. {@code runId} is the run that opened a background session. The agent's name and
 * type are absent while nothing is known of it.
 */
public record SessionOrigin(
        SessionKind kind,
        AgentId agentId,
        @Nullable String agentName,
        @Nullable AgentType agentType,
        @Nullable Author owner,
        @Nullable RunId runId) {

    /** A chat of a person with an agent. */
    public static SessionOrigin chat(AgentId agent, Author owner) {
        return new SessionOrigin(SessionKind.CHAT, agent, null, null, owner, null);
    }

    SessionOrigin of(String name, AgentType type) {
        return new SessionOrigin(kind, agentId, name, type, owner, runId);
    }
}
