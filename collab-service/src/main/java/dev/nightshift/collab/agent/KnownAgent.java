package dev.nightshift.collab.agent;

import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import org.jspecify.annotations.Nullable;

/** An agent as its newest record says. A deleted one keeps its last definition, where there ever was one. */
public record KnownAgent(
        AgentId agentId, AgentState state, @Nullable AgentDefinition definition) {}
