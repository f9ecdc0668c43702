package dev.nightshift.collab.session;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as a client sees it. */
@Schema(
        name = "Session",
        requiredProperties = {"id", "kind", "agentId", "head", "role", "createdAt", "updatedAt"})
record SessionView(
        SessionId id,
        SessionKind kind,
        AgentId agentId,
        @Nullable String agentName,
        @Nullable AgentType agentType,

        @Schema(description = "Who chats, or the creator of the agent; absent where it is the organisation's.")
        @Nullable Author owner,

        @Schema(description = "The run that opened a background session.") @Nullable RunId runId,

        @Schema(description = "The run that is due or under way.") @Nullable RunId activeRunId,

        @Schema(description = "The number of the last event, 0 for none.")
        long head,

        @Schema(description = "What the caller is to the session; an owner may post and stop.")
        Role role,

        Instant createdAt,
        Instant updatedAt) {

    static SessionView of(VisibleSession seen) {
        Session session = seen.session();
        SessionOrigin origin = session.origin();
        return new SessionView(
                session.id(),
                origin.kind(),
                origin.agentId(),
                origin.agentName(),
                origin.agentType(),
                origin.owner(),
                origin.runId(),
                session.activeRun(),
                session.head(),
                seen.role(),
                session.createdAt(),
                session.updatedAt());
    }
}
