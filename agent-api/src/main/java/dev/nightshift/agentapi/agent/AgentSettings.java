package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the author of an agent wrote, and may write again. {@code schedule} stands as it was typed. {@code
 * allowedActions} absent means what is offered to the agent's type; an empty list means nothing. {@code catchUpWindow}
 * is an ISO-8601 duration, {@code jitterMs} milliseconds. {@code resultsShared} is true or absent.
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
        @Nullable RunLimits limits,
        @Nullable Boolean resultsShared) {

    public AgentSettings {
        allowedSources = allowedSources == null ? null : List.copyOf(allowedSources);
        allowedActions = allowedActions == null ? null : List.copyOf(allowedActions);
    }

    /** Whether everybody who sees the card may see status, times and summary of the runs. */
    boolean sharesResults() {
        return Boolean.TRUE.equals(resultsShared);
    }

    /** The same with fewer sources: only those that are {@code readable}. */
    AgentSettings within(Set<SourceId> readable) {
        List<SourceId> kept = allowedSources == null
                ? null
                : allowedSources.stream().filter(readable::contains).toList();
        return new AgentSettings(
                name,
                description,
                instructions,
                visibility,
                schedule,
                timezone,
                overlapPolicy,
                catchUpWindow,
                catchUpPolicy,
                jitterMs,
                startAt,
                endAt,
                model,
                kept,
                allowedActions,
                limits,
                resultsShared);
    }
}
