package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the author of an agent wrote, and may write again. {@code schedule} stands as it was typed. {@code
 * allowedActions} absent means what is offered to the agent's type; an empty list means nothing. {@code catchUpWindow}
 * is an ISO-8601 duration, {@code jitterMs} milliseconds.
 */
public record AgentSettings(
        String name,
        @Nullable String description,
        String instructions,
        Visibility visibility,
        String schedule,
        String timezone,
        OverlapPolicy overlapPolicy,
        String catchUpWindow,
        CatchUpPolicy catchUpPolicy,
        long jitterMs,
        @Nullable Instant startAt,
        @Nullable Instant endAt,
        @Nullable String model,
        @Nullable List<SourceId> allowedSources,
        @Nullable List<String> allowedActions,
        @Nullable RunLimits limits) {

    public AgentSettings {
        allowedSources = allowedSources == null ? null : List.copyOf(allowedSources);
        allowedActions = allowedActions == null ? null : List.copyOf(allowedActions);
    }
}
