package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.agentapi.tool.Tool;
import dev.nightshift.agentapi.version.AgentVersion;
import dev.nightshift.agentapi.version.VersionChange;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentEvent;
import dev.nightshift.contracts.AgentEvent.AgentChanged;
import dev.nightshift.contracts.AgentEvent.AgentDeleted;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentSchedule;
import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.Json;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.schedule.InvalidScheduleException;
import dev.nightshift.contracts.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agent as it stands. {@code scheduleSetAt} is when its schedule or time zone last changed: an interval keeps the
 * phase set then. Every change raises {@code version} by one.
 */
@Decision
public record Agent(
        AgentId id,
        AgentType type,
        Provenance provenance,
        Author owner,
        AgentState state,
        @Nullable String stateNote,
        AgentSettings settings,
        Instant scheduleSetAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** A new agent of its first version. */
    static Agent create(
            AgentType type,
            Provenance provenance,
            Author owner,
            AgentState state,
            AgentSettings settings,
            Instant now) {
        return new Agent(AgentId.next(), type, provenance, owner, state, null, settings, now, now, now, 1);
    }

    /** The same agent with other settings; the phase of its schedule moves only when the schedule does. */
    Agent with(AgentSettings changed, Instant now) {
        boolean sameSchedule = changed.schedule().equals(settings.schedule())
                && changed.timezone().equals(settings.timezone());
        Instant setAt = sameSchedule ? scheduleSetAt : now;
        return new Agent(id, type, provenance, owner, state, stateNote, changed, setAt, createdAt, now, version + 1);
    }

    /** The same agent in another state. */
    public Agent in(AgentState next, @Nullable String note, Instant now) {
        return new Agent(id, type, provenance, owner, next, note, settings, scheduleSetAt, createdAt, now, version + 1);
    }

    /**
     * The same agent in other hands. A user agent arrives paused, and reads no more than {@code readable}, what its new
     * owner may read; an org agent works on, for the organisation.
     */
    public Agent handedTo(Author next, Set<SourceId> readable, Instant now) {
        boolean own = type == AgentType.USER;
        return new Agent(
                id,
                type,
                provenance,
                next,
                own ? AgentState.PAUSED : state,
                own ? "Handed over by " + owner.name() + ". Look it over, then resume it." : stateNote,
                settings.within(readable),
                scheduleSetAt,
                createdAt,
                now,
                version + 1);
    }

    /**
     * The request that makes a user agent of the same: nothing is implied in its tools, so that a copy can do no more
     * than the original, and its sources are those that are {@code readable}.
     */
    public ObjectNode asUserAgent(Set<SourceId> readable) {
        ObjectNode request = Json.mapper().valueToTree(settings.within(readable));
        request.remove("resultsShared");
        if (type == AgentType.ORG) {
            ArrayNode tools = request.putArray("allowedActions");
            actions().stream().filter(Tool.offeredToUserAgents()::contains).forEach(tools::add);
        }
        return request.put("type", AgentType.USER.wire());
    }

    /** A version of it, for the log of versions. */
    AgentVersion version(AgentVersion.By by, VersionChange change) {
        ObjectNode snapshot = Json.mapper().valueToTree(settings);
        snapshot.put("state", state.wire());
        if (stateNote != null) {
            snapshot.put("stateNote", stateNote);
        }
        snapshot.putObject("owner").put("id", owner.memberId().toString()).put("name", owner.name());
        return new AgentVersion(id, version, updatedAt, by, change, snapshot);
    }

    /** Whose events these are; absent for an org agent, which belongs to the organisation. */
    public @Nullable MemberId eventOwner() {
        return type == AgentType.USER ? owner.memberId() : null;
    }

    /** The tools it may call: nothing is implied any more. */
    public List<String> actions() {
        if (settings.allowedActions() != null) {
            return settings.allowedActions();
        }
        return type == AgentType.USER ? Tool.offeredToUserAgents() : List.of();
    }

    public List<SourceId> sources() {
        return settings.allowedSources() == null ? List.of() : settings.allowedSources();
    }

    /** The next due time after {@code now}; empty when it is not active or nothing comes any more. */
    public Optional<Instant> nextRunAt(Instant now) {
        if (state != AgentState.ACTIVE) {
            return Optional.empty();
        }
        return timetable().nextAfter(now);
    }

    /** When it runs, as a person reads it: its schedule in words, and the next due time where there is one. */
    record Outlook(String description, @Nullable Instant nextRunAt) {}

    /** As {@link #nextRunAt}, and its schedule in words. */
    Outlook outlook(Instant now) {
        return new Outlook(known().description(), nextRunAt(now).orElse(null));
    }

    /** What a run needs to know of it. */
    public AgentDefinition definition() {
        return new AgentDefinition(
                id,
                version,
                settings.name(),
                type,
                type == AgentType.USER ? owner : null,
                settings.visibility(),
                settings.instructions(),
                settings.model(),
                settings.overlapPolicy(),
                sources(),
                actions(),
                settings.limits() == null ? RunLimits.DEFAULTS : settings.limits());
    }

    /** {@code endReason}: how its open runs end, where not {@code stopped}. */
    AgentEvent changed(@Nullable EndReason endReason) {
        return new AgentChanged(id, version, state, updatedAt, when(), definition(), endReason, stateNote);
    }

    /** The last record of it; its version is one higher than any before. */
    AgentEvent deleted(Instant now) {
        return new AgentDeleted(id, version + 1, AgentState.DELETED, now);
    }

    private AgentSchedule when() {
        return new AgentSchedule(
                settings.schedule(),
                settings.timezone(),
                scheduleSetAt,
                settings.startAt(),
                settings.endAt(),
                Duration.parse(settings.catchUpWindow()).toMillis(),
                settings.catchUpPolicy(),
                settings.jitterMs());
    }

    private Timetable timetable() {
        KnownSchedules.Known known = known();
        return new Timetable(known.schedule(), known.zone(), scheduleSetAt, settings.startAt(), settings.endAt());
    }

    private KnownSchedules.Known known() {
        try {
            return KnownSchedules.read(settings.schedule(), settings.timezone());
        } catch (InvalidScheduleException e) {
            throw new IllegalStateException("the stored schedule of agent " + id + " cannot be read", e);
        }
    }
}
