package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agent as the API shows it. Whoever may see its card only gets {@code id, name, description, type, origin, owner,
 * state, visibility}; everything else is absent then.
 */
@Schema(name = "Agent")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Nullable String description,

        @Schema(
                required = true,
                implementation = String.class,
                enumeration = {"user", "org"})
        AgentType type,

        @Schema(
                required = true,
                implementation = String.class,
                enumeration = {"local", "installed", "remix"})
        Origin origin,

        @Schema(description = "The agent that a remix was made of") @Nullable UUID remixOf,

        @Schema(required = true) Owner owner,

        @Schema(
                required = true,
                implementation = String.class,
                enumeration = {"active", "paused", "stopped"})
        AgentState state,

        @Schema(
                required = true,
                implementation = String.class,
                enumeration = {"everyone", "private"})
        Visibility visibility,

        @Nullable String instructions,
        @Nullable String schedule,

        @Schema(description = "The schedule in words") @Nullable String scheduleDescription,

        @Nullable String timezone,

        @Schema(
                implementation = String.class,
                enumeration = {"skip", "buffer_one", "buffer_all", "cancel_other", "allow_all"})
        @Nullable OverlapPolicy overlapPolicy,

        @Schema(description = "ISO-8601 duration", examples = "PT1H") @Nullable String catchUpWindow,

        @Schema(
                implementation = String.class,
                enumeration = {"latest", "all"})
        @Nullable CatchUpPolicy catchUpPolicy,

        @Nullable Long jitterMs,
        @Nullable Instant startAt,
        @Nullable Instant endAt,
        @Nullable String model,

        @Schema(type = SchemaType.ARRAY, implementation = UUID.class) @Nullable List<SourceId> allowedSources,

        @Nullable List<String> allowedActions,
        @Nullable RunLimits limits,

        @Schema(description = "Of an org agent: whether members see status, times and summary of its runs") @Nullable Boolean resultsShared,

        @Schema(description = "Why it is paused or stopped, where that was noted") @Nullable String stateNote,

        @Nullable Instant nextRunAt,
        @Nullable Instant lastRunAt,

        @Schema(
                implementation = String.class,
                enumeration = {"running", "completed", "failed", "cancelled"})
        @Nullable RunStatus lastStatus,

        @JsonProperty("isRunning") @Nullable Boolean isRunning,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Long version) {

    /** Who made it. */
    @Schema(name = "Owner")
    public record Owner(
            @Schema(required = true) UUID id,
            @Schema(required = true) String name) {
        static Owner of(Author author) {
            return new Owner(author.memberId().value(), author.name());
        }
    }

    /** Everything, for who may see it. */
    public static AgentView full(Agent agent, AgentStanding standing, Instant now) {
        AgentSettings s = agent.settings();
        Agent.Outlook outlook = agent.outlook(now);
        return new AgentView(
                agent.id().value(),
                s.name(),
                s.description(),
                agent.type(),
                agent.provenance().origin(),
                remixOf(agent),
                Owner.of(agent.owner()),
                agent.state(),
                s.visibility(),
                s.instructions(),
                s.schedule(),
                outlook.description(),
                s.timezone(),
                s.overlapPolicy(),
                s.catchUpWindow(),
                s.catchUpPolicy(),
                s.jitterMs(),
                s.startAt(),
                s.endAt(),
                s.model(),
                agent.type() == AgentType.ORG ? null : agent.sources(),
                s.allowedActions(),
                s.limits(),
                agent.type() == AgentType.ORG ? s.sharesResults() : null,
                agent.stateNote(),
                outlook.nextRunAt(),
                standing.lastRunAt(),
                standing.lastStatus(),
                standing.isRunning(),
                agent.createdAt(),
                agent.updatedAt(),
                agent.version());
    }

    private static @Nullable UUID remixOf(Agent agent) {
        AgentId original = agent.provenance().remixOf();
        return original == null ? null : original.value();
    }

    /** The card. */
    static AgentView card(Agent agent) {
        AgentSettings s = agent.settings();
        return new AgentView(
                agent.id().value(),
                s.name(),
                s.description(),
                agent.type(),
                agent.provenance().origin(),
                null,
                Owner.of(agent.owner()),
                agent.state(),
                s.visibility(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
