package dev.nightshift.collab.queue;

import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Decision;
import java.util.List;
import java.util.Set;

/**
 * What an agent may do when a person talks to it: its own tools that are offered to user agents, and a user agent's
 * own sources. An org agent brings no sources into a chat: it would speak with the organisation's rights.
 */
@Decision
final class ChatDefinition {
    private static final Set<String> OFFERED_TO_USER_AGENTS = Set.of(
            "search_documents",
            "read_document",
            "search_people",
            "read_file",
            "write_file",
            "run_bash",
            "run_python",
            "ask_person");

    private ChatDefinition() {}

    static AgentDefinition of(AgentDefinition agent) {
        return new AgentDefinition(
                agent.agentId(),
                agent.version(),
                agent.name(),
                agent.type(),
                agent.owner(),
                agent.visibility(),
                agent.instructions(),
                agent.model(),
                agent.overlapPolicy(),
                agent.type() == AgentType.USER ? agent.allowedSources() : List.of(),
                agent.allowedActions().stream()
                        .filter(OFFERED_TO_USER_AGENTS::contains)
                        .toList(),
                agent.limits());
    }
}
