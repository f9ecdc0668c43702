package dev.nightshift.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs to know of its agent, as it stood when the run became due. {@code allowedActions} is the resolved
 * list (nothing is implied by an absent one any more); {@code model} absent means the installation's default;
 * {@code owner} is the creator, absent for an org agent.
 */
public record AgentDefinition(
        AgentId agentId,
        long version,
        String name,
        AgentType type,
        @Nullable Author owner,
        Visibility visibility,
        String instructions,
        @Nullable String model,
        OverlapPolicy overlapPolicy,
        List<SourceId> allowedSources,
        List<String> allowedActions,
        RunLimits limits) {

    public AgentDefinition {
        allowedSources = List.copyOf(allowedSources);
        allowedActions = List.copyOf(allowedActions);
    }

    /** Whom background runs of this agent act for. */
    public ActingFor actsFor() {
        return owner == null ? ActingFor.organisation() : ActingFor.member(owner.memberId(), owner.name());
    }
}
