package dev.nightshift.collab.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.RunId;
import org.jspecify.annotations.Nullable;

/** A session as agent-api describes it; {@code owner} absent means that it is the organisation's. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SessionDescription(
        String kind,
        AgentId agentId,
        String agentName,
        AgentType agentType,
        @Nullable RunId runId,
        @Nullable Author owner) {

    SessionOrigin origin() {
        return new SessionOrigin(SessionKind.of(kind), agentId, agentName, agentType, owner, runId);
    }
}
